# Guide 4.4.1.1, note 2: without quota what is inside the five days pays fee and consumption, and loses the voucher
given practice on 2024-05-06 09:00:00 with 2000.00
given 10 evs used for 1 month spec ssd disk_gib 10
when unsubscribe resources used-* reason surplus agreed
then plan left 0
when grant-coupon account demo kind voucher name V20 amount 20 expiry 2024-12-31
when order offer evs spec ssd disk_gib 100 name disk months 1
when pay orders last voucher V20
when 4 seconds pass
when it is 2024-05-07 09:00:00
when unsubscribe resources disk reason surplus agreed
then plan quota 0
# 80 × 24/759
then plan consumes 2.53
then plan fees 8.00
then plan returns 69.47
then plan vouchers 0
then explains disk by no-quota
