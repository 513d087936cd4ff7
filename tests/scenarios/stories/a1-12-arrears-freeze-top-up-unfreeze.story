# A1-12, rules 4.4 at V3: owed from the hour that was not covered, frozen a day later, going on once all is topped up
given practice on 2024-05-06 09:30:00 with 10.00
when order offer rds spec rds.mysql.n1.large.2 name db pay_per_use
when it is 2024-05-06 19:00:00
then balance is 0.30
then arrears is 0.00
when it is 2024-05-06 20:00:00
then balance is 0.00
then arrears is 0.67
then outbox has 2 arrears.begun
when order offer evs spec ssd disk_gib 100 name disk pay_per_use
then refused account.arrears
when to-period resources db months 1
then refused account.arrears
when it is 2024-05-07 19:59:59
then db frozen-by none
when 1 second passes
then db frozen-by arrears
then arrears is 23.95
then outbox has 2 arrears.frozen
when it is 2024-05-08 10:15:00
then arrears is 23.95
when top-up amount 23.94
then balance is 0.00
then arrears is 0.01
then db frozen-by arrears
when top-up amount 76.06
then arrears is 0.00
then balance is 76.05
then db frozen-by none
when it is 2024-05-08 11:00:00
then balance is 75.08
