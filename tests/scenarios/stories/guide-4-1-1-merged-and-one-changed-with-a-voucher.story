# Guide 4.1.1: one order was cancelled; the voucher goes to the one of the others of which it pays most
given practice on 2024-05-06 09:00:00 with 200.00
given voucher v 20.00
when order offer evs spec ssd disk_gib 100 name a months 1
when order offer vpc spec standard name b months 1
when order offer vpc spec standard name c months 2
when cancel orders first
when pay orders first,2,3 voucher v
then order 2 vouchers 0.00
then order 3 vouchers 20.00
then order 2 paid 10.00
