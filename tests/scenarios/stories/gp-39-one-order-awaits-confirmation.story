# GP-39: an order on the customer's behalf is named and left out until it is confirmed; then it is paid like any other
given practice on 2024-05-06 09:00:00 with 100.00
when order-for-customer offer vpc spec standard name theirs months 1
then order last is confirmation
then order last from manager
when order offer vpc spec standard name own months 1
when pay orders first,2
then leaves-out first by pay.confirmation
then order first is confirmation
when it is 2024-05-07 10:00:00
when confirm-order orders first accept
then order first is unpaid
then order first lapses "2024-05-14 10:00:00"
when confirm-order orders first accept
then refused confirm.status
when pay orders first
when 4 seconds pass
then theirs is in-use
then balance is 80.00
