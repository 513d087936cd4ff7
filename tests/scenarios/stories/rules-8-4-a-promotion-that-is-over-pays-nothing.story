# Rules 8.4: a coupon in the promotion's place makes the wait longer, but after the promotion nothing else pays the order
given practice on 2024-05-06 09:00:00 with 1000.00
given promotion spring 7000 service evs expiry "2024-05-08 12:00:00"
given discount-coupon eight 8000 expiry "2024-05-12 23:59:59"
given flexi coin 5.00
when order offer evs spec ssd disk_gib 100 name disk months 1
then order last lapses "2024-05-08 12:00:00"
when choose-instruments order last discount eight
then order last lapses "2024-05-12 23:59:59"
when choose-instruments order last
then order last lapses "2024-05-08 12:00:00"
when choose-instruments order last discount eight
when it is 2024-05-08 11:59:59
when choose-instruments order last flexi coin
then order last due 70.00
when choose-instruments order last discount eight
when it is 2024-05-08 12:00:00
when pay orders last flexi coin
then refused pay.promotion-over
when choose-instruments order last
then refused pay.promotion-over
when choose-instruments order last flexi coin
then refused pay.promotion-over
then order last is unpaid
then order last lapses "2024-05-12 23:59:59"
then balance is 1000.00
when order offer vpc spec standard name net months 1
when pay orders 1,2 flexi coin
then leaves-out first by pay.promotion-over
then order first is unpaid
then order 2 flexi 5.00
when pay orders first discount eight
then order first due 80.00
then balance is 915.00
