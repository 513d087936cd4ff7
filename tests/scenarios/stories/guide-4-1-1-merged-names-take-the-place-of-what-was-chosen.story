# Guide 4.1.1: what was chosen before gives way to what is named for the merged payment, and is free again
given practice on 2024-05-06 09:00:00 with 200.00
given card purse 60.00
given voucher v 20.00
when order offer evs spec ssd disk_gib 50 name a months 1
when choose-instruments order last card purse
when order offer evs spec ssd disk_gib 50 name b months 1
when choose-instruments order last voucher v
when pay orders first,2 card purse
then order first cards 50.00
then order 2 cards 10.00
then order 2 vouchers 0.00
then balance is 160.00
