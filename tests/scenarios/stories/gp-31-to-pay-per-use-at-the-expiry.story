# GP-31: nothing is charged or paid back then; from the expiry on every started hour is: 100 × 0.002083, to the cent
given practice on 2024-01-01 09:00:00 with 500.00
given evs disk for 1 month spec ssd disk_gib 100
when it is 2024-01-15 09:00:00
when set-mode resources disk mode to-pay-per-use
then balance is 400.00
when it is 2024-02-01 23:59:59
then disk charged period
when it is 2024-02-02 00:00:00
then disk charged pay-per-use
then disk is active
when it is 2024-02-02 10:20:00
then balance is 398.00
when renew resources disk months 1
then refused resource.pay-per-use
when unsubscribe resources disk reason surplus agreed
then refused resource.pay-per-use
when release resources disk
then disk is released
then balance is 397.80
