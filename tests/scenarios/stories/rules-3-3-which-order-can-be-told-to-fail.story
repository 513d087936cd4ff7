# A1-14: an order of its own, of a new purchase or a change, in a practice profile
given practice on 2024-01-10 09:00:00 with 1000.00
given evs a for 1 month spec ssd disk_gib 100
given evs b for 1 month spec ssd disk_gib 100
when renew resources a,b months 1
when tell-failure order last
then refused tell-failure.composite
when tell-failure order first
then refused tell-failure.status
