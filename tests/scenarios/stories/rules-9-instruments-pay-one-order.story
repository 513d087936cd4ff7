# Rules 9: coupons are named for one order at a time
given practice on 2024-05-06 09:00:00 with 1000.00
given voucher v 20.00
when order offer vpc spec standard name a months 1
when order offer vpc spec standard name b months 1
when pay orders first,2 voucher v
then refused pay.instruments-single
then orders has 2 unpaid
