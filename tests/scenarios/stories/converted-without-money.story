# A1-12: converted with an empty balance: every hour is owed; a top-up pays that first
given practice on 2024-01-01 09:00:00 with 100.00
given evs disk for 1 month spec ssd disk_gib 100
when set-mode resources disk mode to-pay-per-use
when it is 2024-02-02 00:59:59
then disk charged pay-per-use
then arrears is 0
when it is 2024-02-02 03:30:00
then arrears is 0.60
when release resources disk
then arrears is 0.80
when top-up amount 10
then arrears is 0
then balance is 9.20
