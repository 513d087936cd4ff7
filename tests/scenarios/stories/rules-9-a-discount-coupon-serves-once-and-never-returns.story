# Rules 9: a 折扣券 is used on one order, held by one at a time, and lost on every refund
given practice on 2024-05-06 09:00:00 with 1000.00
given discount-coupon eight 8000
when order offer evs spec ssd disk_gib 100 name a months 1
when choose-instruments order last discount eight
when order offer evs spec ssd disk_gib 100 name b months 1
when pay orders last discount eight
then refused pay.coupon-locked
when pay orders first
then balance is 920.00
when 4 seconds pass
when unsubscribe resources a reason surplus agreed
then plan returns 80.00
when pay orders 2 discount eight
then refused pay.coupon-used
