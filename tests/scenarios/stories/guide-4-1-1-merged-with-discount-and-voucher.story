# Guide 4.1.1 step 6, rules 9: the discount coupon goes where it saves most, the voucher to another order, as it excludes it
given practice on 2024-05-06 09:00:00 with 200.00
given discount-coupon eight 8000
given voucher v 20.00
when order offer vpc spec standard name a months 1
when order offer evs spec ssd disk_gib 100 name b months 1
when order offer evs spec ssd disk_gib 50 name c months 1
when pay orders first,2,3 discount eight voucher v
then order first paid 10.00
then order 2 due 80.00
then order 2 paid 80.00
then order 3 vouchers 20.00
then order 3 paid 30.00
then balance is 80.00
