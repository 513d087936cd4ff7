# Rules 8.6: a batch renewal is one composite order; its children cannot be paid or cancelled alone
given practice on 2024-01-15 09:00:00 with 1000.00
given evs a for 1 month spec ssd disk_gib 100
given evs b for 1 month spec ssd disk_gib 100
when renew resources a,b months 1
then order last children 2
then order last due 200.00
when pay orders child
then refused order.child
when cancel orders child
then refused order.child
when pay orders last
then a expires 2024-03-15 23:59:59
then b expires 2024-03-15 23:59:59
then balance is 600.00
