# A1-14, rules 1.5: what failed gives each instrument its share back; a 折扣券 stays used
given practice on 2024-05-06 09:00:00 with 100.00
given discount-coupon eight 8000
given flexi coin 40.00
given card purse 80.00
when order offer evs spec ssd disk_gib 100 name disk months 1 quantity 2
when tell-failure order last lines 1
when pay orders last discount eight flexi coin card purse
then order last due 160.00
then balance is 60.00
when 4 seconds pass
then order last due 80.00
when it is 2024-05-07 09:00:04
then balance is 80.00
then coupon coin has 20.00
then coupon purse has 40.00
when order offer vpc spec standard name net months 1
when pay orders last discount eight
then refused pay.coupon-used
