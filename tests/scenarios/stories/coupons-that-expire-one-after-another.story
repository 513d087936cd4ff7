# Rules 1.5: between the order and the refund first the voucher, then the flexi coupon expires; card and cash return
given practice on 2024-01-01 09:00:00 with 1000.00
when grant-coupon account demo kind voucher name V20 amount 20 expiry 2024-01-03
when grant-coupon account demo kind flexi name F30 amount 30 expiry 2024-01-04
when grant-coupon account demo kind card name C10 amount 10 expiry 2027-01-01
when order offer evs spec ssd disk_gib 100 name a months 1
when pay orders last voucher V20 flexi F30 card C10
then plan pays 80
then balance is 960.00
when 4 seconds pass
when it is 2024-01-05 09:00:00
when unsubscribe resources a reason surplus agreed
then plan quota 1
then plan vouchers 0
then plan returns 50
when 1 day passes
then coupon V20 has 0
then coupon F30 has 0
then coupon C10 has 10
then balance is 1000.00
