# GP-31: bought on 2024-01-01 and set on the 15th, it turns to pay-per-use after 2024-02-01 23:59:59 and runs on
given practice on 2024-01-01 09:00:00 with 1000.00
given evs disk for 1 month spec ssd disk_gib 100
when it is 2024-01-15 09:00:00
when set-mode resources disk mode to-pay-per-use
then disk renews to-pay-per-use
when it is 2024-02-01 23:59:59
then disk charged period
then disk expires 2024-02-01 23:59:59
then balance is 900.00
when 1 second passes
then disk charged pay-per-use
when it is 2024-02-02 01:00:00
then balance is 899.80
when it is 2024-02-02 09:30:00
then balance is 898.20
