# A1-21: what is no longer sold refuses renewal and all modes but no renewal, and that one only by itself
given practice on 2024-01-10 09:00:00 with 2000.00
given evs a for 1 month spec ssd disk_gib 100
given evs b for 1 month spec ssd disk_gib 100
given evs c for 1 month spec ssd disk_gib 100
given evs d for 1 month spec ssd disk_gib 100
given vpc net for 1 month
when set-mode resources a mode auto months 1
when set-mode resources c mode no-renewal
when withdraw-offer offer evs withdrawn
when renew resources b months 1
then refused resource.withdrawn
when set-mode resources b mode auto months 1
then refused resource.withdrawn
when set-mode resources a mode auto months 3
then refused resource.withdrawn
when set-mode resources a mode manual
then refused resource.withdrawn
when set-mode resources c mode manual
then refused resource.withdrawn
when set-mode resources c mode auto months 1
then refused resource.withdrawn
when renew resources c months 1
then refused resource.withdrawn
when set-mode resources b,d mode no-renewal
then refused resource.withdrawn-batch
when renew resources b,net months 1
then leaves-out b by resource.withdrawn
when cancel orders last
when set-mode resources b mode no-renewal
then b renews no-renewal
when order offer evs spec ssd disk_gib 100 name e months 1
then refused resource.withdrawn
# 3 February 03:00 is the 7th day before the 10th: what was automatic goes on
when it is 2024-02-03 03:00:00
then a expires 2024-03-10 23:59:59
then d expires 2024-02-10 23:59:59
when withdraw-offer offer evs
when renew resources d months 1 pay
then d expires 2024-03-10 23:59:59
