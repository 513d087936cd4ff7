# Guide 4.1.1 step 6: the order dearest before its discount takes less of the voucher than another, so that one has it
given practice on 2024-05-06 09:00:00 with 500.00
given promotion spring 2000 service vpc
given voucher v 60.00 with_discount
when order offer eip spec 5_bgp bandwidth 5 name a months 1
when order offer evs spec ssd disk_gib 100 name b months 1
when pay orders first,2 voucher v
then order first vouchers 0.00
then order first paid 23.00
then order 2 vouchers 60.00
then order 2 paid 40.00
then balance is 437.00
