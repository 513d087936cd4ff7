# Rules 4.1: in a batch what cannot be renewed is left out with its reason, the rest goes on
given practice on 2024-01-15 09:00:00 with 1000.00
given evs a for 1 month spec ssd disk_gib 100
given evs b for 1 month spec ssd disk_gib 100
when renew resources a months 1
when renew resources a,b months 1
then leaves-out a by resource.unpaid-order
then plan pays 100.00
