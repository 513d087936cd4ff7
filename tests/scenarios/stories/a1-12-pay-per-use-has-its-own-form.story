# A1-12: pay-per-use is not sold for every product and has no automatic renewal
given practice on 2024-05-06 09:30:00 with 10.00
when order offer vpc spec standard name net pay_per_use
then refused order.not-pay-per-use
when order offer rds spec rds.mysql.n1.large.2 name db pay_per_use auto_renew
then refused order.pay-per-use-renews
when order offer evs spec ssd disk_gib 100 name disk pay_per_use
when it is 2024-05-06 10:00:00
then balance is 9.80
