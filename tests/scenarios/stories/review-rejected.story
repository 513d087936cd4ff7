# A1-20: rejected: cancelled, the resources stay, the quota is as it was, and it can be asked for again
given practice on 2024-01-01 08:00:00 with 60000.00
when order offer ecs spec m6.2xlarge.8 name big months 12 quantity 4 disk_gib 40
when pay orders last
when 4 seconds pass
when unsubscribe resources big-0001,big-0002,big-0003,big-0004 reason wrong-spec agreed
then plan left 6
when decide-order orders last
then refused review.no-reason
when decide-order orders last reason "in use by others"
then order last is cancelled
then order last verdict "in use by others"
then big-0003 is in-use
then outbox has 2 refund.rejected
when unsubscribe resources big-0001 reason wrong-spec agreed
then plan left 9
then order last is refunding
then plan returns 13960.00
