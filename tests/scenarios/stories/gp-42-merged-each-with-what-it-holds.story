# GP-42: merged, each order is paid with what was chosen for it
given practice on 2024-05-06 09:00:00 with 200.00
given voucher v 20.00
given discount-coupon eight 8000
when order offer evs spec ssd disk_gib 100 name a months 1
when choose-instruments order last voucher v
when order offer evs spec ssd disk_gib 100 name b months 1
when choose-instruments order last discount eight
when pay orders first,2
then plan pays 160.00
then order first vouchers 20.00
then order first paid 80.00
then order 2 due 80.00
then balance is 40.00
