# Guide 4.1.1: what a card gives to one order it does not give again to the next, and then the balance is too small
given practice on 2024-05-06 09:00:00 with 60.00
given card purse 30.00
when order offer evs spec ssd disk_gib 50 name a months 1
when order offer evs spec ssd disk_gib 50 name b months 1
when pay orders first,2 card purse
then refused pay.balance-short
then orders has 2 unpaid
then balance is 60.00
