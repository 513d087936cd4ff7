# 按需转包周期: paid it begins its first period at once; the hour that had started is the last one charged
given practice on 2024-05-06 09:00:00 with 200.00
when order offer eip spec 5_bgp bandwidth 5 name ip pay_per_use
when it is 2024-05-07 10:30:00
then balance is 194.25
when to-period resources ip months 10
then refused order.duration
when to-period resources ip months 1
then order last of from-pay-per-use
then order last due 115.00
when pay orders last
when 4 seconds pass
then ip charged period
then ip expires 2024-06-07 23:59:59
then balance is 79.02
when it is 2024-05-07 15:00:00
then balance is 79.02
when to-period resources ip months 1
then refused to-period.not-metered
