# GP-42: a card of 100 that two orders hold pays each what it holds of it
given practice on 2024-05-06 09:00:00 with 100.00
given card purse 100.00
when order offer evs spec ssd disk_gib 70 name a months 1
when choose-instruments order last card purse
when order offer evs spec ssd disk_gib 70 name b months 1
when choose-instruments order last card purse
then coupon purse locked 100.00
when pay orders 2
then order 2 paid 70.00
then balance is 60.00
then coupon purse has 70.00
when pay orders first
then balance is 60.00
then coupon purse has 0.00
