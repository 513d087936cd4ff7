# Rules 9: what was granted inactive pays nothing before it is activated, and is activated once
given practice on 2024-05-06 09:00:00 with 1000.00
given voucher v 20.00 inactive
when order offer evs spec ssd disk_gib 100 name a months 1
when pay orders last voucher v
then refused pay.coupon-inactive
when activate-coupon coupon v
when activate-coupon coupon v
then refused activate.state
when pay orders last voucher v
then order last vouchers 20.00
