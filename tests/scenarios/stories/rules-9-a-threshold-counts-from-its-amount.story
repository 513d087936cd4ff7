# Rules 9, 满100: 100.00 is enough, 99.00 is not
given practice on 2024-05-06 09:00:00 with 1000.00
given voucher v 20.00 threshold 100.00
when order offer evs spec ssd disk_gib 99 name a months 1
when pay orders last voucher v
then refused pay.coupon-threshold
when order offer evs spec ssd disk_gib 100 name b months 1
when pay orders last voucher v
then order last vouchers 20.00
then order last paid 80.00
