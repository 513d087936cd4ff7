# Guide 4.1.1, rules 8.4: a coupon that only fits an order whose promotion is over pays nothing, and the payment says so
given practice on 2024-05-06 09:00:00 with 200.00
given promotion spring 5000 expiry "2024-05-08 12:00:00"
given discount-coupon eight 8000 expiry "2024-05-12 23:59:59"
given flexi networks 5.00 service vpc
when order offer vpc spec standard name a months 1
when choose-instruments order last discount eight
when it is 2024-05-09 09:00:00
when order offer evs spec ssd disk_gib 100 name b months 1
when pay orders first,2 flexi networks
then refused pay.coupon-service
