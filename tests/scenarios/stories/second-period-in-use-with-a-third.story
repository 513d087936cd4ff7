# Rules 1.5: the running renewal like anything in use, the unstarted one in full; what has passed is gone
given practice on 2024-01-10 09:00:00 with 1000.00
given evs disk for 1 month spec ssd disk_gib 100
when renew resources disk months 1 pay
when renew resources disk months 1 pay
when it is 2024-02-20 12:00:00
when unsubscribe-renewals resources disk
then plan returns 100
then disk expires 2024-03-10 23:59:59
when renew resources disk months 1 pay
when unsubscribe resources disk reason surplus agreed
# 11 February to 11 March are 696 hours, 228 are used
then plan consumes 32.76
then plan fees 10.00
then plan returns 157.24
then plan quota 0
