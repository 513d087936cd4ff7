# Rules 8.7: a 折扣券 replaces the discount of the order, it does not add to it
given practice on 2024-05-06 09:00:00 with 1000.00
given commercial group 9000
given discount-coupon eight 8000
when order offer evs spec ssd disk_gib 200 name disk months 1
then order last due 180.00
when pay orders last discount eight
then order last due 160.00
then order last discounted 40.00
then balance is 840.00
