# Rules 8.4, 9: reclaimed after the promotion ended, the coupon was all that could pay the order: it lapses then, not before
given practice on 2024-05-06 09:00:00 with 1000.00
given promotion spring 7000 service evs expiry "2024-05-08 12:00:00"
given discount-coupon eight 8000
when order offer evs spec ssd disk_gib 100 name disk months 1
when choose-instruments order last discount eight
when it is 2024-05-10 10:00:00
when reclaim-coupon coupon eight
then order last is cancelled
then order last lapses "2024-05-10 10:00:00"
then value "SELECT datetime (finished + 28800, 'unixepoch') FROM \"order\"" is "2024-05-10 10:00:00"
