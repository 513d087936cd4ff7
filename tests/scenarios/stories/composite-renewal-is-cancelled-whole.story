# Guide 4.3.2: cancelling a composite order cancels every order in it
given practice on 2024-01-15 09:00:00 with 1000.00
given evs a for 1 month spec ssd disk_gib 100
given evs b for 1 month spec ssd disk_gib 100
when renew resources a,b months 1
when cancel orders last
then order last is cancelled
then order child is cancelled
when renew resources a months 1 pay
then a expires 2024-03-15 23:59:59
