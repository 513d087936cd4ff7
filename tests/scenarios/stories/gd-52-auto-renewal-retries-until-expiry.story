# GD-52: the first deduction is at 03:00 on the 7th day before the expiry; too little balance is tried again every day
given practice on 2024-04-30 09:00:00 with 150.00
given evs disk for 1 month spec ssd disk_gib 100
when set-mode resources disk mode auto months 1
when it is 2024-05-23 02:59:59
then journal has 0 auto-renewal.failed
when it is 2024-05-23 03:00:00
then journal has 1 auto-renewal.failed
when it is 2024-05-30 03:00:00
then journal has 8 auto-renewal.failed
then disk is in-use
when it is 2024-05-31 03:00:00
then journal has 8 auto-renewal.failed
then disk is expired
