# Rules 3.2, 3.4: what the police froze while its refund was looked at is not given back; the refund can be rejected
given practice on 2024-01-01 08:00:00 with 400000.00
when order offer ecs spec m6.2xlarge.8 name big months 12 quantity 4 disk_gib 40
when pay orders last
when 4 seconds pass
when unsubscribe resources big-0001,big-0002,big-0003,big-0004 reason wrong-spec agreed
then plan review
when set-freeze account demo resource big-0002 freeze police
when decide-order orders last approve
then refused resource.police-frozen
when set-freeze account demo resource big-0002 freeze none
when set-freeze account demo freeze police
when decide-order orders last approve
then refused account.frozen
when decide-order orders last reason "frozen"
then order last is cancelled
