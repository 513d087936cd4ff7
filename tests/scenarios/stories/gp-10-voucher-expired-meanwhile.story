# Rules 1.5: a voucher that has expired by then does not come back, and is not turned into cash
given practice on 2020-10-20 09:00:00 with 1000.00
given evs disk for 1 month spec ssd disk_gib 100
when grant-coupon account demo kind voucher name V20 amount 20 expiry 2020-11-03
when it is 2020-11-01 09:00:00
when renew resources disk months 1
when pay orders last voucher V20
when it is 2020-11-05 09:00:00
when unsubscribe-renewals resources disk
then plan returns 80
then plan vouchers 0
when 1 day passes
then coupon V20 has 0
then balance is 900.00
