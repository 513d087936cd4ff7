# Rules 4.6: what an order was placed with holds until it is paid, though better or none is granted meanwhile
given practice on 2024-05-06 09:00:00 with 1000.00
given commercial group 9000 expiry "2024-05-07 23:59:59"
when order-for-customer offer evs spec ssd disk_gib 100 name theirs months 1
when order offer evs spec ssd disk_gib 100 name own months 1
given commercial better 8000
when it is 2024-05-08 09:00:00
when confirm-order orders first accept
then order first due 90.00
when pay orders first,2
then plan pays 180.00
then balance is 820.00
