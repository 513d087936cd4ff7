# A1-15, A1-16: a rejection needs a reason, cancels the order and is told by SMS and mail
given practice on 2024-05-06 09:00:00 with 10000.00
when order offer deh spec s6 name host months 1
when decide-order orders last
then refused review.no-reason
when decide-order orders last reason 预算不足
then order last is cancelled
then order last verdict 预算不足
then outbox has 2 order.rejected
when decide-order orders last approve
then refused review.status
then host is missing
then balance is 10000.00
