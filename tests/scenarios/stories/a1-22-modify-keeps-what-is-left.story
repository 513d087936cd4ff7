# A1-22: modifying keeps what is left of the times unless they are reset
given practice on 2024-01-15 09:00:00 with 1000.00
given evs disk for 1 month spec ssd disk_gib 100
when set-mode resources disk mode auto months 1 times 5
when it is 2024-02-08 03:00:00
then disk left 4
when set-mode resources disk mode auto months 3
then disk left 4
when set-mode resources disk mode auto months 3 times 9 reset_times
then disk left 9
when set-mode resources disk mode manual
then disk renews manual
when set-mode resources disk mode manual
then refused set-mode.same
