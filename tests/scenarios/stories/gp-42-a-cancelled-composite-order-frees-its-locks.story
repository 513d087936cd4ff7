# GP-42, rules 8.6: cancelled whole, a composite order frees what it held and its resources
given practice on 2024-05-06 09:00:00 with 1000.00
given evs a for 1 month spec ssd disk_gib 100
given evs b for 1 month spec ssd disk_gib 100
given flexi coin 250.00
when renew resources a,b months 1
when choose-instruments order last flexi coin
then coupon coin locked 200.00
when choose-instruments order child flexi coin
then refused order.child
when cancel orders last
then order child is cancelled
then coupon coin locked 0.00
when renew resources a,b months 1
when pay orders last flexi coin
then coupon coin has 50.00
then balance is 800.00
