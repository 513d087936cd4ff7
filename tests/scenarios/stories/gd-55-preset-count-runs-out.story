# GD-55: a preset count goes down with each success; at none left the resource is renewed by hand again
given practice on 2024-01-15 09:00:00 with 1000.00
given evs disk for 1 month spec ssd disk_gib 100
when set-mode resources disk mode auto months 1 times 2
then disk left 2
when it is 2024-02-08 03:00:00
then disk left 1
then disk expires 2024-03-15 23:59:59
when it is 2024-03-08 03:00:00
then disk renews manual
then disk expires 2024-04-15 23:59:59
when it is 2024-04-16 00:00:00
then disk is expired
