# GP-34: with a coupon valid to 30 November the order can be paid until then; without it for its seven days again
given practice on 2018-11-26 23:12:32 with 1000.00
given discount-coupon eight 8000 expiry "2018-11-30 23:59:59"
when order offer evs spec ssd disk_gib 200 name disk months 1
then order last lapses "2018-12-03 23:12:32"
when choose-instruments order last discount eight
then order last lapses "2018-11-30 23:59:59"
when choose-instruments order last
then order last lapses "2018-12-03 23:12:32"
when choose-instruments order last discount eight
when it is 2018-11-30 23:59:58
then order last is unpaid
when 1 second passes
then order last is cancelled
when order offer evs spec ssd disk_gib 200 name disk months 1
when 1 second passes
when pay orders last discount eight
then refused pay.coupon-expired
