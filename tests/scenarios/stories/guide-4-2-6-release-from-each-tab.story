# Guide 4.2.6: from any of the four tabs, in grace and in retention, as often as one likes
given practice on 2024-01-10 09:00:00 at V3 with 1000.00
given vpc a for 1 month
given vpc b for 1 month
given evs c for 1 month spec ssd disk_gib 10
given vpc d for 1 month
when set-mode resources b mode auto months 1
when set-mode resources d mode no-renewal
when set-deduction-day days 2 agreed
when set-mode resources b mode auto months 3
when set-freeze account demo freeze arrears
when it is 2024-02-12 09:00:00
then b is expired
when release resources a
when release resources b
then b is released
when it is 2024-02-20 09:00:00
then c is frozen
when release resources c,d
then resources has 4 released
