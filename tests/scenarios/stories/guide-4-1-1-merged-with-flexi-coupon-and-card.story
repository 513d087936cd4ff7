# Guide 4.1.1 step 6: coupons and cards pay what is merged, one order after the other
given practice on 2024-05-06 09:00:00 with 100.00
given flexi coin 15.00
given card purse 30.00
when order offer vpc spec standard name a months 1
when order offer vpc spec standard name b months 1
when order offer evs spec ssd disk_gib 100 name c months 1
when pay orders first,2,3 flexi coin card purse
then plan pays 120.00
then order first flexi 10.00
then order 2 flexi 5.00
then order 2 cards 5.00
then order 3 cards 25.00
then order 3 paid 100.00
then balance is 25.00
