# Rules 4.4 at V3: paid within the day of grace, arrears begin anew with a day of their own
given practice on 2024-05-06 09:00:00 with 0.50
when order offer rds spec rds.mysql.n1.large.2 name db pay_per_use
when it is 2024-05-06 10:00:00
then arrears is 0.47
when it is 2024-05-07 08:30:00
when top-up amount 21.81
then arrears is 0.00
then balance is 0.00
when it is 2024-05-07 10:00:00
then db frozen-by none
when it is 2024-05-08 08:59:59
then db frozen-by none
when 1 second passes
then db frozen-by arrears
then outbox has 4 arrears.begun
