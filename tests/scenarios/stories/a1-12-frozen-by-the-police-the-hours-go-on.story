# A1-12, A1-15: a freeze by the staff does not stop the meter, and arrears do not lift it
given practice on 2024-05-06 09:00:00 with 1.50
when order offer rds spec rds.mysql.n1.large.2 name db pay_per_use
when set-freeze resource db freeze police
when it is 2024-05-06 11:00:00
then arrears is 0.44
when it is 2024-05-07 11:00:00
then db frozen-by police
when top-up amount 100.00
then db frozen-by police
then arrears is 0.00
