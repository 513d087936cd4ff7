# GD-25, A1-20: a submission that returns over 50,000 goes to review as a whole, and its resources stay meanwhile
given practice on 2024-01-01 08:00:00 with 200000.00
when order offer ecs spec m6.2xlarge.8 name big months 12 quantity 4 disk_gib 40
when pay orders last
when 4 seconds pass
when unsubscribe resources big-0001,big-0002,big-0003,big-0004 reason wrong-spec agreed
then plan review
then order last is review
then big-0001 is in-use
when renew resources big-0001 months 1
then refused resource.order-in-process
