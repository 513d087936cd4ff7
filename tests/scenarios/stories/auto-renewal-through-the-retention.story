# Rules 6, 13 #11: a policy can let it try until the retention ends; the lost days are not given back
given practice on 2024-03-30 09:00:00 at V3 with 100.00
given policy retry_through_retention 1
given evs disk for 1 month spec ssd disk_gib 100
when set-mode resources disk mode auto months 1
when it is 2024-05-10 09:00:00
then disk is frozen
# 23 April to 10 May
then journal has 18 auto-renewal.failed
when top-up amount 100
when it is 2024-05-11 03:00:00
then disk expires 2024-05-30 23:59:59
then disk is in-use
then balance is 0
