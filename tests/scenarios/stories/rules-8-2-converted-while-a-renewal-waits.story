# Rules 8.2, GP-31: an unpaid renewal is cancelled when its resource turns to pay-per-use
given practice on 2024-01-01 09:00:00 with 1000.00
given evs disk for 1 month spec ssd disk_gib 100
when set-mode resources disk mode to-pay-per-use
when it is 2024-01-31 09:00:00
when renew resources disk months 1
when it is 2024-02-02 00:00:00
then disk charged pay-per-use
then order 2 is cancelled
when it is 2024-02-02 01:00:00
then balance is 899.80
