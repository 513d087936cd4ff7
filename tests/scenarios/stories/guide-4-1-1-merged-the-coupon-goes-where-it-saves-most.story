# Guide 4.1.1 step 6, rules 9: the dearest order has a better discount than the coupon's; the coupon goes where it saves most
given practice on 2024-05-06 09:00:00 with 500.00
given promotion spring 7000 service vpc
given discount-coupon eight 8000
when order offer eip spec 5_bgp bandwidth 5 name a months 1
when order offer evs spec ssd disk_gib 100 name b months 1
when order offer evs spec ssd disk_gib 50 name c months 1
then order first due 80.50
when pay orders first,2,3 discount eight
then order first due 80.50
then order 2 due 80.00
then order 3 due 50.00
then balance is 289.50
