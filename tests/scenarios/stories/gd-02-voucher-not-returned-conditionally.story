# GD-02: 80 cash + 20 voucher: 36.31 consumed and 8.00 of the 80; the voucher is lost
given practice on 2024-01-01 10:30:00 with 1000.00
when grant-coupon account demo kind voucher name V20 amount 20 expiry 2024-12-31
when order offer evs spec ssd disk_gib 100 name disk months 1
when pay orders last voucher V20
when 4 seconds pass
when it is 2024-01-15 18:40:00
when unsubscribe resources disk reason surplus agreed
then plan consumes 36.31
then plan fees 8.00
then plan returns 35.69
then plan vouchers 0
when 1 day passes
then coupon V20 has 0
then balance is 955.69
