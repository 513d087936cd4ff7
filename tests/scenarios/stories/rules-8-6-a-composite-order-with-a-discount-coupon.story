# Rules 8.7: one 折扣券 lowers the whole composite order, each child by its part
given practice on 2024-05-06 09:00:00 with 1000.00
given evs a for 1 month spec ssd disk_gib 100
given evs b for 1 month spec ssd disk_gib 200
given discount-coupon eight 8000
when renew resources a,b months 1
when pay orders last discount eight
then order last due 240.00
then order last discounted 60.00
then order child due 160.00
then order child discounted 40.00
then order child paid 160.00
then balance is 460.00
when unsubscribe-renewals resources b
then plan returns 160.00
