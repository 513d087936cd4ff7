# GP-33: seven days to pay, to the second; then the order lapses and frees what it held
given practice on 2018-11-26 23:12:32 with 1000.00
when order offer vpc spec standard name net months 1
then order last lapses "2018-12-03 23:12:32"
when it is 2018-12-03 23:12:31
then order last is unpaid
when 1 second passes
then order last is cancelled
when pay orders last
then refused pay.lapsed
