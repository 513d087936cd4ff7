# GD-59, rules 1.5: 160 = 80 cash, 50 flexi, 30 card; 160 × 344/758 = 72.61 and 16.00 go, the rest in the same parts
given practice on 2024-01-01 10:30:00 with 1000.00
when grant-coupon account demo kind discount name D80 permyriad 8000 expiry 2024-12-31
when grant-coupon account demo kind flexi name F50 amount 50 expiry 2024-12-31
when grant-coupon account demo kind card name C30 amount 30 expiry 2027-01-01
when order offer evs spec ssd disk_gib 200 name disk months 1
when pay orders last discount D80 flexi F50 card C30
then order last due 160
then order last paid 160
then balance is 920.00
when 4 seconds pass
when it is 2024-01-15 18:40:00
when unsubscribe resources disk reason surplus agreed
then plan consumes 72.61
then plan fees 16.00
then plan returns 71.39
when 1 day passes
then coupon F50 has 22.31
then coupon C30 has 13.38
then balance is 955.70
# The discount coupon never comes back
when order offer evs spec ssd disk_gib 200 name disk months 1
when pay orders last discount D80
then refused pay.coupon-used
