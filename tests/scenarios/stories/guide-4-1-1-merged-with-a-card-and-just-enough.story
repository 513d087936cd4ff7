# Guide 4.1.1: a card and the balance are just enough for what is merged
given practice on 2024-05-06 09:00:00 with 70.00
given card purse 30.00
when order offer evs spec ssd disk_gib 50 name a months 1
when order offer evs spec ssd disk_gib 50 name b months 1
when pay orders first,2 card purse
then balance is 0.00
