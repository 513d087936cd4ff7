# Rules 3.4, 6: what the police froze is not renewed, by itself or by hand
given practice on 2024-01-10 09:00:00 with 1000.00
given evs disk for 1 month spec ssd disk_gib 100
when set-mode resources disk mode auto months 1
when set-freeze account demo resource disk freeze police
when it is 2024-02-03 03:00:00
then journal has 1 auto-renewal.failed
when set-freeze account demo resource disk freeze none
when it is 2024-02-04 03:00:00
then disk expires 2024-03-10 23:59:59
