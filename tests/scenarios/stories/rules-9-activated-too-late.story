# Rules 9: an inactive instrument that has expired is not activated any more
given practice on 2024-05-06 09:00:00 with 100.00
given card c 20.00 inactive expiry "2024-05-08 23:59:59"
when it is 2024-05-08 23:59:59
when activate-coupon coupon c
given card d 20.00 inactive expiry "2024-05-09 23:59:59"
when it is 2024-05-10 00:00:00
when activate-coupon coupon d
then refused pay.coupon-expired
