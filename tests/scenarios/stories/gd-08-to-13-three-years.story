# GD-08, GD-09, GD-10, GD-13: 3600 for three years, 26318 hours; the rate falls with the years used
given practice on 2023-01-01 10:30:00 with 20000.00
given 4 evs disk for 36 months spec ssd disk_gib 120
then balance is 5600.00
when it is 2023-07-01 09:15:00
when unsubscribe resources disk-0001 reason surplus agreed
then plan consumes 594.07
then plan fees 540.00
then plan returns 2465.93
when it is 2024-01-01 10:59:59
when unsubscribe resources disk-0002 reason surplus agreed
then plan consumes 1198.27
then plan fees 540.00
then plan returns 1861.73
when it is 2024-01-01 11:00:00
when unsubscribe resources disk-0003 reason surplus agreed
then plan consumes 1198.40
then plan fees 360.00
then plan returns 2041.60
when it is 2025-12-01 12:00:00
when unsubscribe resources disk-0004 reason surplus agreed
then plan consumes 3496.59
then plan fees 180.00
then plan returns 0
when it is 2025-12-03 12:00:00
then order last is completed
then balance is 11969.26
