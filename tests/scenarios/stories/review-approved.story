# A1-20: over 50,000 in all: reviewed, approved, refunded; four units of the quota are used
given practice on 2024-01-01 08:00:00 with 60000.00
when order offer ecs spec m6.2xlarge.8 name big months 12 quantity 4 disk_gib 40
when pay orders last
then balance is 4160.00
when 4 seconds pass
when unsubscribe resources big-0001,big-0002,big-0003,big-0004 reason wrong-spec agreed
then plan review
then plan returns 55840.00
then order last is review
when unsubscribe resources big-0001 reason wrong-spec agreed
then refused resource.order-in-process
when decide-order orders last approve
then order last is refunding
then big-0001 is unsubscribed
then outbox has 2 refund.approved
when decide-order orders last approve
then refused review.status
when 1 day passes
then order last is completed
then balance is 60000.00
