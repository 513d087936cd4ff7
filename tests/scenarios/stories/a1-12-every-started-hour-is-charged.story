# A1-12: pay-per-use is submitted without payment and charged for each started hour, in whole fen
given practice on 2024-05-06 09:30:00 with 10.00
when order offer rds spec rds.mysql.n1.large.2 name db pay_per_use
then order last is completed
then db charged pay-per-use
then balance is 10.00
when it is 2024-05-06 09:59:59
then balance is 10.00
when 1 second passes
then balance is 9.03
when it is 2024-05-06 13:00:00
then balance is 6.12
when renew resources db months 1
then refused resource.pay-per-use
