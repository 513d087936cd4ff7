# GP-37: when all ticked orders changed nothing is paid
given practice on 2024-05-06 09:00:00 with 1000.00
when order offer vpc spec standard name a months 1
when order offer vpc spec standard name b months 1
when cancel orders first,2
when pay orders first,2
then refused pay.changed
then balance is 1000.00
