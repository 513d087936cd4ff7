# A1-24: not while an order waits for payment, and not while one is in process
given practice on 2024-01-10 09:00:00 at V3 with 1000.00
given evs disk for 1 month spec ssd disk_gib 100
when it is 2024-02-10 23:59:58
# The day of the change counts as used: nothing is left to be paid for
when change resource disk amount 200 pay
then plan pays 0
when it is 2024-02-11 00:00:01
when release resources disk
then refused resource.order-in-process
when 4 seconds pass
then disk sized 200
when renew resources disk months 1
when release resources disk
then refused resource.unpaid-order
when cancel orders last
when release resources disk
then disk is released
