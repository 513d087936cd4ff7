# Guide 4.1.1 step 6: of what is merged a limited voucher pays the order that it is for, though another is dearer
given practice on 2024-05-06 09:00:00 with 200.00
given voucher networks 5.00 service vpc
when order offer evs spec ssd disk_gib 100 name a months 1
when order offer vpc spec standard name b months 1
when pay orders first,2 voucher networks
then order first vouchers 0.00
then order 2 vouchers 5.00
then balance is 95.00
