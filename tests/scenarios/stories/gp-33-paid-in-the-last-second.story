# GP-33: a second before the deadline an order is still paid; the deadline itself is too late
given practice on 2018-11-26 23:12:32 with 1000.00
when order offer vpc spec standard name a months 1
when 1 second passes
when order offer vpc spec standard name b months 1
when it is 2018-12-03 23:12:32
when pay orders first
then refused pay.lapsed
when pay orders 2
then order 2 is processing
