# Rules 9: a voucher serves through the second of its expiry; then what is left is lost
given practice on 2024-05-06 09:00:00 with 1000.00
given voucher v 20.00 expiry "2024-05-06 12:00:00"
when order offer evs spec ssd disk_gib 15 name a months 1
when order offer evs spec ssd disk_gib 15 name b months 1
when it is 2024-05-06 12:00:00
when pay orders first voucher v
then coupon v has 5.00
when 1 second passes
then coupon v has 0.00
then coupon v lost 5.00
when pay orders 2 voucher v
then refused pay.coupon-expired
when grant-coupon kind voucher name late amount 5.00 expiry "2024-05-06 11:00:00"
then refused grant.expired
