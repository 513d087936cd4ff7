# Guide 4.4.2: what took part in a promotion is not given back before it begins
given practice on 2024-01-10 09:00:00 with 200.00
given promotion spring 8500
given traffic-package a for 1 month starts "2024-02-11 00:00:00"
when unsubscribe-pending resources a reason surplus agreed
then refused pending.promotion
# and it is not sent from one list to the other
when unsubscribe resources a reason surplus agreed
then refused pending.promotion
