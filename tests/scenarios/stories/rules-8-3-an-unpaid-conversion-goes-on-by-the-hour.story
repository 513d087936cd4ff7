# 按需转包周期: until it is paid the hours go on, and it lapses after seven days like any order
given practice on 2024-05-06 09:00:00 with 200.00
when order offer eip spec 5_bgp bandwidth 5 name ip pay_per_use
when to-period resources ip months 1
then order last lapses "2024-05-13 09:00:00"
when to-period resources ip months 3
then refused resource.unpaid-order
when it is 2024-05-13 09:00:00
then order last is cancelled
then ip charged pay-per-use
then balance is 161.36
when to-period resources ip months 3
then order last due 345.00
