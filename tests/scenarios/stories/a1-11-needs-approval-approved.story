# A1-11, rules 8.2: a product that needs approval waits under 待审核; approved it can be paid for seven days from then
given practice on 2024-05-06 09:00:00 with 10000.00
when order offer deh spec s6 name host months 1
then order last is review
when pay orders last
then refused pay.review
when cancel orders last
then refused cancel.status
when it is 2024-05-08 10:00:00
when decide-order orders last approve
then order last is unpaid
then order last lapses "2024-05-15 10:00:00"
then outbox has 2 order.approved
when pay orders last
when 4 seconds pass
then order last is completed
then host is in-use
then balance is 4800.00
