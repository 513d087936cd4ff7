# Guide 4.2.1, step 7: the renewal page sets automatic renewal too; it begins once the renewal is paid
given practice on 2024-01-15 09:00:00 with 1000.00
given evs a for 1 month spec ssd disk_gib 100
given evs b for 1 month spec ssd disk_gib 100
when renew resources a,b months 2 auto_renew
then a renews manual
when pay orders last
then a renews auto
then b renews auto
then a expires 2024-04-15 23:59:59
then balance is 400.00
when it is 2024-04-08 03:00:00
then a expires 2024-06-15 23:59:59
then b expires 2024-06-15 23:59:59
then balance is 0.00
