# A1-14: an order that fails as a whole gives back everything, vouchers too
given practice on 2024-05-06 09:00:00 with 1000.00
given voucher v 20.00
when order offer ecs spec s6.small.1 name web months 1
when tell-failure order last
when pay orders last voucher v
then coupon v has 0.00
then balance is 958.00
when 4 seconds pass
then web is missing
then web-volume-0000 is missing
then order first is completed
then order last is refunding
when it is 2024-05-07 09:00:04
then coupon v has 20.00
then balance is 1000.00
when tell-failure order first
then refused tell-failure.status
