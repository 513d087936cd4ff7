# A1-13: a package of 2 GB a month for a year holds 24 GB, pays matching use until it is empty, then the hour counts again
given practice on 2024-05-06 09:00:00 with 10.00
given cdn-package flow for 12 months
then flow charged package
then balance is 4.45
when order offer cdn spec standard name site pay_per_use
when it is 2024-05-06 10:00:00
then value "SELECT (used / 100000000) || ' of ' || (capacity / 100000000) FROM resource WHERE name = 'flow'" is "1 of 24"
when it is 2024-05-07 09:00:00
then value "SELECT (used / 100000000) || ' of ' || (capacity / 100000000) FROM resource WHERE name = 'flow'" is "24 of 24"
then balance is 4.45
when it is 2024-05-07 10:00:00
then balance is 4.24
