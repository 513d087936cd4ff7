# A1-22: 1 to 99 times, or as many as the policy says
given practice on 2024-01-10 09:00:00 with 500.00
given evs disk for 1 month spec ssd disk_gib 100
when set-mode resources disk mode auto months 1 times 100
then refused times
when set-mode resources disk mode auto months 1 times 99
then disk left 99
when set-mode resources disk mode manual
given policy auto_times_max 12
when set-mode resources disk mode auto months 1 times 13
then refused set-mode.times
when set-mode resources disk mode auto months 1 times 12
then disk left 12
