# Guide 4.4.1.3: the five days are of what was newly bought; a renewal period that has just begun is in use
given practice on 2024-01-10 09:00:00 with 1000.00
given evs disk for 1 month spec ssd disk_gib 100
when renew resources disk months 1 pay
when it is 2024-02-11 09:00:00
when unsubscribe resources disk reason surplus agreed
then plan quota 0
# From 11 February 00:00 to 11 March 00:00 are 29 days, 696 hours; 9 are used
then plan consumes 1.29
then plan fees 10.00
then plan returns 88.71
