# GD-58: an order of hardware at 10:00:00 can be paid until 11:00:00
given practice on 2024-05-06 10:00:00 with 100000.00
when order offer des spec teleport.60 name box months 12
then order last lapses "2024-05-06 11:00:00"
when it is 2024-05-06 10:59:59
then order last is unpaid
when 1 second passes
then order last is cancelled
then balance is 100000.00
