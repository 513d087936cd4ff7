# Rules 6: one voucher, the one with most on it, then the balance; a voucher that suffices pays alone
given practice on 2024-05-01 09:00:00 with 1000.00
given evs disk for 1 month spec ssd disk_gib 100
when grant-coupon account demo kind voucher name V30 amount 30 expiry 2024-12-31
when grant-coupon account demo kind voucher name V50 amount 50 expiry 2024-12-31
when set-mode resources disk mode auto months 1
when it is 2024-05-25 03:00:00
then disk expires 2024-07-01 23:59:59
then coupon V50 has 0
then coupon V30 has 30
then balance is 850.00
then order last vouchers 50
when it is 2024-06-24 03:00:00
then coupon V30 has 0
then balance is 780.00
when grant-coupon account demo kind voucher name V150 amount 150 expiry 2024-12-31
when it is 2024-07-25 03:00:00
then coupon V150 has 50
then balance is 780.00
then disk expires 2024-09-01 23:59:59
