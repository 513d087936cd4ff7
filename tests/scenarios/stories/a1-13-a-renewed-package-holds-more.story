# A1-13: renewed, a package holds the next month's amount when that begins, and what is left goes over
given practice on 2024-05-06 09:00:00 with 100.00
given traffic-package flow for 1 month
when renew resources flow months 1 pay
then flow expires 2024-07-06 23:59:59
then value "SELECT capacity / 100000000 FROM resource WHERE name = 'flow'" is 10
when it is 2024-06-07 00:00:00
then value "SELECT capacity / 100000000 FROM resource WHERE name = 'flow'" is 20
then balance is 85.00
