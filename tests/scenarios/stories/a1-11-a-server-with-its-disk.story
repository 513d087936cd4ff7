# Catalogue: a server has a system disk of 40 to 1,024 GiB bound to it, 40 unless said otherwise
given practice on 2024-05-06 09:00:00 with 1000.00
when order offer ecs spec s6.small.1 name web months 1
then order last due 62.00
when order offer ecs spec s6.small.1 name web months 1 disk_gib 39
then refused order.out-of-range
when order offer ecs spec s6.small.1 name web months 1 disk_gib 1025
then refused order.out-of-range
when order offer ecs spec s6.small.1 name web months 1 disk_gib 100
then order last due 104.00
when pay orders first
when 4 seconds pass
then web is in-use
then web-volume-0000 is in-use
then web-volume-0000 sized 40
when renew resources web-volume-0000 months 1
then refused resource.bound-part
