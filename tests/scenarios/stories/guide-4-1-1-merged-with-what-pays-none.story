# Guide 4.1.1 step 6: a voucher that pays none of the orders stops the payment and says why
given practice on 2024-05-06 09:00:00 with 200.00
given voucher servers 5.00 service ecs
when order offer evs spec ssd disk_gib 100 name a months 1
when order offer vpc spec standard name b months 1
when pay orders first,2 voucher servers
then refused pay.coupon-service
then orders has 2 unpaid
