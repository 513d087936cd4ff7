# Rules 7: a renewal moves the conversion to the new expiry
given practice on 2024-01-01 09:00:00 with 500.00
given evs disk for 1 month spec ssd disk_gib 100
when set-mode resources disk mode to-pay-per-use
when renew resources disk months 1 pay
when it is 2024-02-02 00:00:00
then disk charged period
when it is 2024-03-02 00:00:00
then disk charged pay-per-use
when to-period resources disk months 1 pay
then order last of from-pay-per-use
then disk charged period
then disk renews manual
then disk expires 2024-04-02 23:59:59
