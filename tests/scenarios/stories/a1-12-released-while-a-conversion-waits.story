# Rules 8.2 at V0: an unpaid conversion is cancelled when arrears end what it is of
given practice on 2024-05-06 09:00:00 at V0 with 0.50
when order offer rds spec rds.mysql.n1.large.2 name db pay_per_use
when to-period resources db months 1
when it is 2024-05-06 10:00:00
then db frozen-by arrears
then order last is unpaid
when it is 2024-05-07 10:00:00
then db is released
then order last is cancelled
