# Rules 4.4 at V0: no day of grace for pay-per-use, and one of retention
given practice on 2024-05-06 09:00:00 at V0 with 0.50
when order offer rds spec rds.mysql.n1.large.2 name db pay_per_use
when it is 2024-05-06 10:00:00
then balance is 0.00
then arrears is 0.47
then db frozen-by arrears
when it is 2024-05-07 09:59:59
then db frozen-by arrears
when 1 second passes
then db is released
