# GP-42, GP-33: when the order lapses after seven days, what it held is free
given practice on 2024-05-06 09:00:00 with 100.00
given voucher v 100.00
given flexi coin 50.00
when order offer evs spec ssd disk_gib 120 name a months 1
when choose-instruments order last voucher v flexi coin
then coupon v locked 100.00
then coupon coin locked 20.00
when it is 2024-05-13 08:59:59
then coupon coin locked 20.00
when 1 second passes
then order last is cancelled
then coupon v locked 0.00
then coupon coin locked 0.00
then coupon v has 100.00
