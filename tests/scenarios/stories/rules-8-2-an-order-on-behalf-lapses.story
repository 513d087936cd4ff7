# Rules 8.2: an order that is never confirmed is cancelled after seven days
given practice on 2024-05-06 09:00:00 with 100.00
when order-for-customer offer vpc spec standard name theirs months 1
when it is 2024-05-13 08:59:59
then order last is confirmation
when 1 second passes
then order last is cancelled
when confirm-order orders last accept
then refused confirm.status
