# A1-12: pay-per-use is released at any time; the hour that has begun is charged, with the coupons that there are
given practice on 2024-01-10 10:30:00 with 100.00
when order offer rds spec rds.mysql.n1.large.2 name db pay_per_use
when grant-coupon account demo kind voucher name V1 amount 1 expiry 2024-12-31
when it is 2024-01-10 11:10:00
when set-freeze account demo resource db freeze police
when release resources db
then refused resource.police-frozen
when set-freeze account demo resource db freeze none
# Two hours of 0.97: the voucher pays 1.00 of them
when release resources db
then db is released
then coupon V1 has 0
then balance is 99.06
when it is 2024-03-10 10:30:00
then balance is 99.06
