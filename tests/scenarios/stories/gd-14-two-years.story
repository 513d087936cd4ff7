# GD-14: 2400 for two years from midnight on, 17568 hours, 4344 used, 15 %
given practice on 2022-12-31 23:59:56 with 3000.00
given evs disk for 24 months spec ssd disk_gib 120
then disk begins 2023-01-01 00:00:00
when it is 2023-07-01 00:00:00
when unsubscribe resources disk reason surplus agreed
then plan consumes 593.44
then plan fees 360.00
then plan returns 1446.56
