# GD-53: with two days before the expiry there are three attempts
given practice on 2024-04-30 09:00:00 with 150.00
given evs disk for 1 month spec ssd disk_gib 100
when set-deduction-day days 2 agreed
when set-mode resources disk mode auto months 1
when it is 2024-05-31 12:00:00
then journal has 3 auto-renewal.failed
