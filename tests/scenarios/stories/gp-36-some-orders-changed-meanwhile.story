# GP-36: of three ticked orders one was paid and one cancelled meanwhile; they are left out and the third is paid
given practice on 2024-05-06 09:00:00 with 1000.00
when order offer vpc spec standard name a months 1
when order offer vpc spec standard name b months 1
when order offer vpc spec standard name c months 1
when pay orders first
when cancel orders 2
when pay orders first,2,3
then leaves-out first by pay.changed
then leaves-out 2 by pay.changed
then plan pays 10.00
then order 3 is processing
then balance is 980.00
