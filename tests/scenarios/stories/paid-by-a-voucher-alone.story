# Rules 1.10: nothing was paid, so nothing comes back; within the five days the voucher does
given practice on 2024-01-01 10:30:00 with 10.00
when grant-coupon account demo kind voucher name V100 amount 100 expiry 2024-12-31
when grant-coupon account demo kind voucher name W100 amount 100 expiry 2024-12-31
when order offer evs spec ssd disk_gib 100 name a months 1
when pay orders last voucher V100
then plan pays 0
when order offer evs spec ssd disk_gib 100 name b months 1
when pay orders last voucher W100
when 4 seconds pass
when unsubscribe resources a reason surplus agreed
then plan returns 0
then plan vouchers 100
when it is 2024-01-15 18:40:00
then coupon V100 has 100
when unsubscribe resources b reason surplus agreed
then plan returns 0
then plan vouchers 0
then plan fees 0
then plan consumes 0
when 1 day passes
then order last is completed
then coupon W100 has 0
then balance is 10.00
