# Rules 6: the mode that a row has already is no change, and is said so; another period is one
given practice on 2024-01-10 09:00:00 with 500.00
given evs disk for 1 month spec ssd disk_gib 100
when set-mode resources disk mode manual
then refused set-mode.same
when set-mode resources disk mode auto
then refused set-mode.no-period
when set-mode resources disk mode auto months 1 times 4
when set-mode resources disk mode auto months 1
then refused set-mode.same
when set-mode resources disk mode auto months 3
then disk left 4
when set-mode resources disk mode no-renewal
when set-mode resources disk mode no-renewal
then refused set-mode.same
when set-mode resources disk mode to-pay-per-use
when set-mode resources disk mode to-pay-per-use
then refused set-mode.same
