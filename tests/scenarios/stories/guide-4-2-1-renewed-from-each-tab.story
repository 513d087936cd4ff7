# Guide 4.2.1.1: what is listed in any of the four tabs can be renewed by hand; the tab stays what it was
given practice on 2024-01-10 09:00:00 with 2000.00
given evs a for 1 month spec ssd disk_gib 100
given evs b for 1 month spec ssd disk_gib 100
given evs c for 1 month spec ssd disk_gib 100
given evs d for 1 month spec ssd disk_gib 100
when set-mode resources b mode auto months 1
when set-mode resources c mode to-pay-per-use
when set-mode resources d mode no-renewal
when renew resources a,b,c,d months 1
then plan pays 400.00
then order last children 4
when pay orders last
then a expires 2024-03-10 23:59:59
then b expires 2024-03-10 23:59:59
then c expires 2024-03-10 23:59:59
then d expires 2024-03-10 23:59:59
then b renews auto
then c renews to-pay-per-use
then d renews no-renewal
then balance is 1200.00
