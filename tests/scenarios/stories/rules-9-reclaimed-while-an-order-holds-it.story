# Rules 9: reclaimed, an instrument is lost to the order that held it, which goes on waiting with its own time
given practice on 2024-05-06 09:00:00 with 1000.00
given discount-coupon eight 8000 expiry "2024-05-08 23:59:59"
given voucher v 20.00
when order offer evs spec ssd disk_gib 100 name a months 1
when choose-instruments order last discount eight
then order last lapses "2024-05-08 23:59:59"
when reclaim-coupon coupon eight
then order last is unpaid
then order last lapses "2024-05-13 09:00:00"
when pay orders last discount eight
then refused pay.coupon-reclaimed
when reclaim-coupon coupon v
then coupon v has 0.00
then coupon v lost 20.00
when reclaim-coupon coupon v
then refused pay.coupon-reclaimed
when pay orders last
then order last paid 100.00
