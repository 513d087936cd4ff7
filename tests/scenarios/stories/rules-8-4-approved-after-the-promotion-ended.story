# Rules 8.4: when the promotion is over that it was placed with, an order can no longer be paid, so it is not approved
given practice on 2024-05-06 09:00:00 with 10000.00
given promotion spring 9000 expiry "2024-05-07 12:00:00"
when order offer deh spec s6 name host months 1
then order last due 4680.00
when it is 2024-05-08 10:00:00
when decide-order orders last approve
then refused review.discount-over
then order last is review
when decide-order orders last reason "the promotion is over, order anew"
then order last is cancelled
then balance is 10000.00
when order offer deh spec s6 name host months 1
then order last due 5200.00
when decide-order orders last approve
then order last lapses "2024-05-15 10:00:00"
