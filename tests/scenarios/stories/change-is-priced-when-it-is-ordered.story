# Rules 4.9: the amount stands until the order lapses; a new one is cheaper by the days that passed
given practice on 2024-01-01 09:00:00 with 1000.00
given evs disk for 1 month spec ssd disk_gib 100
when it is 2024-01-11 09:00:00
# 100 × (20/31 + 1/29)
when change resource disk amount 200
then order last due 67.96
when set-mode resources disk mode no-renewal
then refused resource.unpaid-order
when it is 2024-01-17 09:00:00
then order last due 67.96
when it is 2024-01-18 09:00:00
then order last is cancelled
# 100 × (13/31 + 1/29)
when change resource disk amount 200
then order last due 45.38
when pay orders last
when 4 seconds pass
then disk sized 200
# From now on it is renewed as what it is
when renew resources disk months 1 pay
then plan pays 200.00
