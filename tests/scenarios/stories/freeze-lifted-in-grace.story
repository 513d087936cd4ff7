# Rules 7: frozen at its expiry it does not become pay-per-use; it is in grace, and renewed by hand
given practice on 2024-01-10 09:00:00 at V3 with 1000.00
given evs disk for 1 month spec ssd disk_gib 100
when set-mode resources disk mode to-pay-per-use
when set-freeze account demo resource disk freeze violation
when it is 2024-02-11 00:00:00
then disk charged period
then disk is expired
when set-freeze account demo resource disk freeze none
when renew resources disk months 1 pay
then disk expires 2024-03-10 23:59:59
then disk renews to-pay-per-use
when it is 2024-03-11 00:00:00
then disk charged pay-per-use
