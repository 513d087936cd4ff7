# Guide 4.2.5: what shall not be renewed can be renewed by hand once more, and ends then
given practice on 2024-01-10 09:00:00 at V3 with 500.00
given evs disk for 1 month spec ssd disk_gib 100
when set-mode resources disk mode no-renewal
when it is 2024-02-09 09:00:00
when renew resources disk months 1 pay
then disk expires 2024-03-10 23:59:59
then disk renews no-renewal
when it is 2024-03-10 23:59:59
then disk is in-use
when it is 2024-03-25 00:00:00
then disk is released
then balance is 300.00
