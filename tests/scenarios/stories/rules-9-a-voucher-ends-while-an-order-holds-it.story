# Rules 9: a voucher that ends is lost to the order that held it; the order goes on waiting and is paid without it
given practice on 2024-05-06 09:00:00 with 100.00
given voucher v 20.00 expiry "2024-05-08 23:59:59"
when order offer evs spec ssd disk_gib 100 name disk months 1
when choose-instruments order last voucher v
then order last lapses "2024-05-13 09:00:00"
when it is 2024-05-09 00:00:00
then coupon v locked 0.00
then coupon v lost 20.00
then order last is unpaid
when pay orders last
then order last paid 100.00
then order last vouchers 0.00
