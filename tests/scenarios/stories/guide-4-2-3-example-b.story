# Guide 4.2.3, resource B (GP-25): expiry 10 April, renewed by a month up to the 1st, ends on 1 June
given practice on 2024-03-10 09:00:00 with 1000.00
given evs b for 1 month spec ssd disk_gib 100
when renew resources b months 1 unify pay
then plan pays 171.08
then b expires 2024-06-01 23:59:59
