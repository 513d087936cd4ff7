# Rules 9: instruments are chosen while an order waits for payment, not while it waits for approval
given practice on 2024-05-06 09:00:00 with 10000.00
given voucher v 20.00
when order offer deh spec s6 name host months 1
when choose-instruments order last voucher v
then refused choose.status
when decide-order orders last approve
when choose-instruments order last voucher v
then coupon v locked 20.00
when pay orders last
then order last vouchers 20.00
when choose-instruments order last voucher v
then refused choose.status
