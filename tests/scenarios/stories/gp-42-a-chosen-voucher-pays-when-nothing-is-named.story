# GP-42: what was chosen for an order pays it; the lock ends with the payment
given practice on 2024-05-06 09:00:00 with 100.00
given voucher v 100.00
when order offer evs spec ssd disk_gib 20 name a months 1
when choose-instruments order last voucher v
when pay orders last
then order last vouchers 20.00
then order last paid 0.00
then coupon v has 80.00
then coupon v locked 0.00
then balance is 100.00
