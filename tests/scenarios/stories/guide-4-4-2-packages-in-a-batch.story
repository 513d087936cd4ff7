# Guide 4.4.2: a batch of what is not in effect makes one composite order; what has begun meanwhile is left out
given practice on 2024-01-10 09:00:00 with 200.00
given traffic-package a for 1 month starts "2024-02-11 00:00:00"
given traffic-package b for 1 month spec 100 starts "2024-02-12 00:00:00"
given traffic-package c for 1 month starts "2024-03-11 00:00:00"
when it is 2024-02-11 00:00:00
when unsubscribe-pending resources a,b,c reason surplus agreed
then leaves-out a by pending.in-effect
then order last children 2
then plan returns 79.50
when it is 2024-02-12 00:00:00
then order last is completed
then balance is 192.50
