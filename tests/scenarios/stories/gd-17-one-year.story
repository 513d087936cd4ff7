# GD-17: 1200 for a year, 8776 hours, 4416 used, 10 %
given practice on 2024-03-01 08:20:00 with 3000.00
given evs disk for 12 months spec ssd disk_gib 120
when it is 2024-09-01 08:20:04
when unsubscribe resources disk reason surplus agreed
then plan consumes 603.83
then plan fees 120.00
then plan returns 476.17
