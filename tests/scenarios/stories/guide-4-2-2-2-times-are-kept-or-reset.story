# Guide 4.2.2.1 and 4.2.2.2: a manual renewal counts not; a change keeps what is left unless it is reset
given practice on 2024-01-10 09:00:00 with 3000.00
given evs disk for 1 month spec ssd disk_gib 100
when set-mode resources disk mode auto months 1 times 3
then disk left 3
when it is 2024-01-20 09:00:00
when renew resources disk months 1 pay
then disk left 3
when it is 2024-02-03 03:00:00
then disk expires 2024-03-10 23:59:59
when it is 2024-03-03 03:00:00
then disk expires 2024-04-10 23:59:59
then disk left 2
when set-mode resources disk mode auto months 3
then disk left 2
when it is 2024-04-03 03:00:00
then disk expires 2024-07-10 23:59:59
then disk left 1
when set-mode resources disk mode auto months 1 reset_times times 5
then disk left 5
when set-mode resources disk mode auto months 1 reset_times
then disk left -1
when set-mode resources disk mode manual
when it is 2024-07-10 23:59:59
then disk expires 2024-07-10 23:59:59
