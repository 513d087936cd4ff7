# Rules 1.10: a leap-year February in the period, given back in the last hour of its last day
given practice on 2024-02-10 00:00:00 with 1000.00
given evs disk for 1 month spec ssd disk_gib 100
then disk expires 2024-03-10 23:59:59
when it is 2024-03-10 23:59:59
# 30 days, 720 hours, of which 719 are used; 100 − 99.86 − 10.00 is below zero
when unsubscribe resources disk reason surplus agreed
then plan consumes 99.86
then plan fees 10.00
then plan returns 0
then disk is unsubscribed
