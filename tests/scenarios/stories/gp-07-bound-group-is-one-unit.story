# GP-07: a server with two bound disks is one unit of the quota, the network another
given practice on 2020-10-20 09:00:00 with 1000.00
given ecs app for 1 month disk_gib 40
given vpc net for 1 month
when attach resource app offer evs amount 40 name data pay
# 40 × 0.70 × (11/31 + 20/30)
then plan pays 28.60
when 4 seconds pass
when it is 2020-10-22 09:00:00
when unsubscribe resources app,net reason surplus agreed
then plan quota 2
then plan left 8
then plan returns 100.60
then plan fees 0
then data is unsubscribed
when 1 day passes
then balance is 1000.00
