# GP-10: an unstarted renewal period comes back in full, without a fee, and the expiry goes back
given practice on 2020-10-20 09:00:00 with 1000.00
given ecs "ECS 03" for 1 month disk_gib 40
when it is 2020-11-01 10:00:00
when renew resources "ECS 03" months 1
when pay orders last
then "ECS 03" expires 2020-12-20 23:59:59
when it is 2020-11-05 10:00:00
when unsubscribe-renewals resources "ECS 03"
then plan returns 62.00
then plan fees 0
then "ECS 03" expires 2020-11-20 23:59:59
then order last is refunding
when 1 day passes
then order last is completed
then balance is 938.00
