# GP-38: an order under approval is named and left out; the others are paid
given practice on 2024-05-06 09:00:00 with 10000.00
when order offer deh spec s6 name host months 1
when order offer vpc spec standard name a months 1
when pay orders first,2
then leaves-out first by pay.review
then order first is review
then order 2 is processing
then balance is 9990.00
