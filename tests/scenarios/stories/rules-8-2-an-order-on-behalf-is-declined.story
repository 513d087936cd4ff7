# Rules 8.2: declined, an order on the customer's behalf is cancelled
given practice on 2024-05-06 09:00:00 with 100.00
when order-for-customer offer vpc spec standard name theirs months 1
when confirm-order orders last
then order last is cancelled
when pay orders last
then refused pay.changed
