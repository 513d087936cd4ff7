# Rules 8.2: ordered on the customer's behalf, what needs approval is approved by that: 待确认, and confirmed 待支付
given practice on 2024-05-06 09:00:00 with 10000.00
when order-for-customer offer deh spec s6 name host months 1
then order last is confirmation
when decide-order orders last approve
then refused review.status
when confirm-order orders last accept
then order last is unpaid
when pay orders last
when 4 seconds pass
then order last is completed
then host is in-use
then balance is 4800.00
