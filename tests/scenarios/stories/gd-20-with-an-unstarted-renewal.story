# GD-20: 44.62 of the running month, and the renewal's 80 and 20 in full
given practice on 2024-01-01 10:30:00 with 1000.00
given evs disk for 1 month spec ssd disk_gib 100
when grant-coupon account demo kind voucher name V20 amount 20 expiry 2024-12-31
when renew resources disk months 1
when pay orders last voucher V20
when it is 2024-01-15 18:40:00
when unsubscribe resources disk reason surplus agreed
then plan returns 124.62
then plan vouchers 20
then plan consumes 45.38
then plan fees 10.00
when 1 day passes
then coupon V20 has 20
then balance is 944.62
