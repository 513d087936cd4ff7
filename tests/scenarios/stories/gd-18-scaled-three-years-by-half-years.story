# Rules 1.4: 3600 for three years from midnight on, 26304 hours, given back at half a year, 1.5 and 2.5 years
given practice on 2020-12-31 23:59:56 with 20000.00
given 3 evs disk for 36 months spec ssd disk_gib 120
then disk-0001 expires 2024-01-01 23:59:59
when it is 2021-07-01 00:00:00
# 181 days are 4344 hours
when unsubscribe resources disk-0001 reason surplus agreed
then plan consumes 594.53
then plan fees 540.00
then plan returns 2465.47
when it is 2022-07-01 00:00:00
# 546 days, 13104 hours
when unsubscribe resources disk-0002 reason surplus agreed
then plan consumes 1793.43
then plan fees 360.00
then plan returns 1446.57
when it is 2023-07-01 00:00:00
# 911 days, 21864 hours
when unsubscribe resources disk-0003 reason surplus agreed
then plan consumes 2992.34
then plan fees 180.00
then plan returns 427.66
