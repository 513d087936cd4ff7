# GP-10: the renewal paid with 80 and a voucher of 20 comes back as 80 and 20
given practice on 2020-10-20 09:00:00 with 1000.00
given evs disk for 1 month spec ssd disk_gib 100
when grant-coupon account demo kind voucher name V20 amount 20 expiry 2020-12-31
when it is 2020-11-01 09:00:00
when renew resources disk months 1
when pay orders last voucher V20
then plan pays 80
when it is 2020-11-05 09:00:00
when unsubscribe-renewals resources disk
then plan returns 80
then plan vouchers 20
then plan fees 0
then disk expires 2020-11-20 23:59:59
when 1 day passes
then coupon V20 has 20
then balance is 900.00
