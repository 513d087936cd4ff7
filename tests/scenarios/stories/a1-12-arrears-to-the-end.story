# Rules 4.4 at V3: seven days after the freeze what is metered is released; what is owed stays owed
given practice on 2024-05-06 09:30:00 with 10.00
when order offer rds spec rds.mysql.n1.large.2 name db pay_per_use
when it is 2024-05-14 19:59:59
then db frozen-by arrears
when 1 second passes
then db is released
then outbox has 2 arrears.released
then arrears is 23.95
when top-up amount 30.00
then arrears is 0.00
then balance is 6.05
