# Rules 1.2, 1.5: after the five days what a voucher paid alone is given back to nobody
given practice on 2024-05-06 09:00:00
given voucher v 100.00
when order offer evs spec ssd disk_gib 30 name disk months 1
when pay orders last voucher v
when it is 2024-05-12 09:00:00
when unsubscribe resources disk reason surplus agreed
then plan returns 0.00
then plan vouchers 0.00
then plan fees 0.00
when it is 2024-05-13 10:00:00
then disk is unsubscribed
then order last is completed
then coupon v has 70.00
