# Rules 1.5, 2.1: what a voucher paid alone comes back to the voucher within five days, and nothing else
given practice on 2024-05-06 09:00:00
given voucher v 100.00
when order offer evs spec ssd disk_gib 30 name disk months 1
when pay orders last voucher v
then order last paid 0.00
then order last vouchers 30.00
when 4 seconds pass
then disk is in-use
then coupon v has 70.00
when unsubscribe resources disk reason surplus agreed
then plan returns 0.00
then plan vouchers 30.00
when it is 2024-05-07 10:00:00
then order last is completed
then coupon v has 100.00
then balance is 0.00
