# Rules 6: by default the last attempt is on the expiry day; afterwards only by hand
given practice on 2024-03-30 09:00:00 at V3 with 100.00
given evs disk for 1 month spec ssd disk_gib 100
when set-mode resources disk mode auto months 1
when it is 2024-05-01 00:00:00
then journal has 8 auto-renewal.failed
when top-up amount 100
when it is 2024-05-03 09:00:00
then disk expires 2024-04-30 23:59:59
then disk is expired
when renew resources disk months 1 pay
then disk expires 2024-05-30 23:59:59
then disk renews auto
when top-up amount 100
when it is 2024-05-23 03:00:00
then disk expires 2024-06-30 23:59:59
