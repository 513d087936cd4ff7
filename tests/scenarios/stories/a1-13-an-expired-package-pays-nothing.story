# A1-13: the hour after the expiry of a package is charged, though something is left in it
given practice on 2024-05-06 09:00:00 with 100.00
given traffic-package flow for 1 month
when it is 2024-06-06 20:00:00
when order offer eip spec 5_bgp bandwidth 1 name ip pay_per_use
when it is 2024-06-07 00:00:00
then flow is expired
then balance is 92.50
then value "SELECT used FROM resource WHERE name = 'flow'" is 20000000
when it is 2024-06-07 01:00:00
then balance is 92.46
then value "SELECT used FROM resource WHERE name = 'flow'" is 20000000
