# GP-42: of a voucher of 100 order A locks 20; B may use the 80 that are free; A cancelled, nothing is locked
given practice on 2024-05-06 09:00:00 with 100.00
given voucher v 100.00
when order offer evs spec ssd disk_gib 20 name a months 1
when choose-instruments order last voucher v
then coupon v locked 20.00
then coupon v has 100.00
when order offer evs spec ssd disk_gib 90 name b months 1
when pay orders last voucher v
then order last vouchers 80.00
then order last paid 10.00
then coupon v has 20.00
then coupon v locked 20.00
when order offer evs spec ssd disk_gib 30 name c months 1
when pay orders last voucher v
then refused pay.coupon-locked
when cancel orders first
then coupon v locked 0.00
when pay orders last voucher v
then order last vouchers 20.00
then order last paid 10.00
then coupon v has 0.00
then balance is 80.00
