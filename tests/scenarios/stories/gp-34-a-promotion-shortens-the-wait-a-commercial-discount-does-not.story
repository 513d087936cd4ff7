# Rules 8.4: the end of a promotion ends the wait; the end of a commercial discount does not, and it still applies
given practice on 2024-05-06 09:00:00 with 1000.00
given commercial group 9000 service rds expiry "2024-05-08 12:00:00"
given promotion spring 9000 service evs expiry "2024-05-08 12:00:00"
when order offer evs spec ssd disk_gib 100 name disk months 1
then order last due 90.00
then order last lapses "2024-05-08 12:00:00"
when order offer rds spec rds.mysql.n1.large.2 name web months 1
then order last discounted 47.00
then order last due 423.00
then order last lapses "2024-05-13 09:00:00"
when it is 2024-05-13 08:59:59
then order first is cancelled
when pay orders 2
then order 2 paid 423.00
when order offer rds spec rds.mysql.n1.large.2 name late months 1
then order last due 470.00
