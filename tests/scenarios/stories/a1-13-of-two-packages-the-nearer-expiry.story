# A1-13: of two packages that fit, the one that ends sooner is drawn first
given practice on 2024-05-06 09:00:00 with 100.00
given cdn-package long for 24 months
given cdn-package short for 12 months
when order offer cdn spec standard name site pay_per_use
when it is 2024-05-07 11:00:00
then value "SELECT used / 100000000 FROM resource WHERE name = 'short'" is 24
then value "SELECT used / 100000000 FROM resource WHERE name = 'long'" is 2
then balance is 83.35
