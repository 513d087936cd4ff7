# Rules 8.7, 3.4: paid with a 折扣券 instead of the promotion it was placed with, an order is given back like any other
given practice on 2024-05-06 09:00:00 with 1000.00
given promotion spring 9000 no_refund expiry "2024-05-08 12:00:00"
given discount-coupon eight 8000
when order offer evs spec ssd disk_gib 100 name disk months 1
then order last lapses "2024-05-08 12:00:00"
when choose-instruments order last discount eight
then order last lapses "2024-05-13 09:00:00"
when pay orders last
then order last due 80.00
when 4 seconds pass
when unsubscribe resources disk reason surplus agreed
then plan returns 80.00
