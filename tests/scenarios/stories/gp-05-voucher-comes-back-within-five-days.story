# GP-05: 100 = 80 cash + 20 voucher, 6 left of the quota: all of it comes back, 5 are left
given practice on 2020-10-20 09:00:00 with 2000.00
given 4 evs used for 1 month spec ssd disk_gib 10
when unsubscribe resources used-* reason surplus agreed
then plan left 6
when grant-coupon account demo kind voucher name V20 amount 20 expiry 2020-12-31
when order offer evs spec ssd disk_gib 100 name disk months 1
when pay orders last voucher V20
then plan pays 80
then coupon V20 has 0
when 4 seconds pass
when it is 2020-10-22 09:00:00
when unsubscribe resources disk reason wrong-spec agreed
then plan quota 1
then plan left 5
then plan returns 80
then plan vouchers 20
then plan fees 0
when 1 day passes
then order last is completed
then coupon V20 has 20
then balance is 2000.00
