# Guide 4.1.1 step 6, rules 9: a coupon that would make each of the merged orders dearer is refused, and nothing is paid
given practice on 2024-05-06 09:00:00 with 500.00
given promotion spring 7000 service vpc
given discount-coupon eight 8000
given discount-coupon seven 7000
when order offer eip spec 5_bgp bandwidth 5 name a months 1
when order offer eip spec 5_bgp bandwidth 10 name b months 1
when pay orders first,2 discount eight
then refused pay.coupon-saves-nothing
when pay orders first,2 discount seven
then refused pay.coupon-saves-nothing
then orders has 2 unpaid
then balance is 500.00
