# A1-12, A1-15: what was stopped for arrears and is frozen otherwise by the staff is metered again, from that hour
given practice on 2024-05-06 09:30:00 with 10.00
when order offer rds spec rds.mysql.n1.large.2 name db pay_per_use
when it is 2024-05-07 20:00:00
then db frozen-by arrears
then arrears is 23.95
when it is 2024-05-08 10:15:00
when set-freeze resource db freeze police
then arrears is 23.95
when it is 2024-05-08 11:00:00
then arrears is 24.92
when set-freeze resource db freeze none
when it is 2024-05-08 12:00:00
then arrears is 25.89
