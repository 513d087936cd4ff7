# GD-58, GP-34: a 折扣券 never gives hardware more than its hour
given practice on 2024-05-06 10:00:00 with 100000.00
given discount-coupon eight 8000 expiry "2024-05-31 23:59:59"
when order offer des spec teleport.60 name box months 12
when choose-instruments order last discount eight
then order last lapses "2024-05-06 11:00:00"
when pay orders last
then order last due 28800.00
then balance is 71200.00
