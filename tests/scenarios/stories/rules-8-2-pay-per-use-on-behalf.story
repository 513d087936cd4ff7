# Rules 8.2, A1-12: pay-per-use ordered on the customer's behalf begins when the customer confirms
given practice on 2024-05-06 09:00:00 with 10.00
when order-for-customer offer rds spec rds.mysql.n1.large.2 name db pay_per_use
then order last is confirmation
when it is 2024-05-06 12:00:00
then balance is 10.00
when confirm-order orders last accept
when 4 seconds pass
then order last is completed
then db charged pay-per-use
when it is 2024-05-06 13:00:00
then balance is 9.03
