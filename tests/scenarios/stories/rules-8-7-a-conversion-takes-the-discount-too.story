# Rules 8.7: 按需转包周期 is an order like any other: at 90 % 115 are 103.50, paid at once too
given practice on 2024-05-06 09:00:00 with 200.00
given commercial group 9000
when order offer eip spec 5_bgp bandwidth 5 name ip pay_per_use
when it is 2024-05-06 09:10:00
when to-period resources ip months 1 pay
then order last discounted 11.50
then order last due 103.50
then order last paid 103.50
then ip charged period
then balance is 96.27
