# Rules 8.4: approved when the promotion it was placed with is over, an order has no time left to be paid
given practice on 2024-05-06 09:00:00 with 10000.00
given promotion spring 9000 expiry "2024-05-07 12:00:00"
when order offer deh spec s6 name host months 1
then order last due 4680.00
when it is 2024-05-08 10:00:00
when decide-order orders last approve
then order last is cancelled
then balance is 10000.00
