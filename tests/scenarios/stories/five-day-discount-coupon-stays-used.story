# Rules 9: the discount coupon does not come back even within the five days
given practice on 2024-01-01 09:00:00 with 1000.00
when grant-coupon account demo kind discount name D80 permyriad 8000 expiry 2024-12-31
when order offer evs spec ssd disk_gib 100 name disk months 1
when pay orders last discount D80
then plan pays 80
when 4 seconds pass
when unsubscribe resources disk reason surplus agreed
then plan returns 80
when 1 day passes
then balance is 1000.00
when order offer evs spec ssd disk_gib 100 name disk months 1
when pay orders last discount D80
then refused pay.coupon-used
