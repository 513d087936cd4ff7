# Guide 4.1.1: what is merged is paid together or not at all
given practice on 2024-05-06 09:00:00 with 15.00
when order offer vpc spec standard name a months 1
when order offer vpc spec standard name b months 1
when pay orders first,2
then refused pay.balance-short
then orders has 2 unpaid
then balance is 15.00
