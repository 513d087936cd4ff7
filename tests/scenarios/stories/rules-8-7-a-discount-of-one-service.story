# Rules 8.7: a discount of one service does not touch the others
given practice on 2024-05-06 09:00:00 with 1000.00
given commercial servers 5000 service ecs
when order offer evs spec ssd disk_gib 100 name disk months 1
then order last due 100.00
when order offer ecs spec s6.small.1 name web months 1
then order last discounted 17.00
then order last due 45.00
