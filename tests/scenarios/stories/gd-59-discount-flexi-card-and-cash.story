# GD-59: 200 at 80 % are 160 due; 现金券 50, 储值卡 30 and cash 80 are all paid, and a 代金券 does not go with the 折扣券
given practice on 2024-05-06 09:00:00 with 100.00
given discount-coupon eight 8000
given voucher gift 20.00
given flexi coin 50.00
given card purse 30.00
when order offer evs spec ssd disk_gib 200 name disk months 1
when pay orders last discount eight voucher gift flexi coin card purse
then refused pay.voucher-discount
then order last is unpaid
when pay orders last discount eight flexi coin card purse
then order last due 160.00
then order last discounted 40.00
then order last paid 160.00
then order last vouchers 0.00
then balance is 20.00
then coupon coin has 0.00
then coupon purse has 0.00
then coupon gift has 20.00
