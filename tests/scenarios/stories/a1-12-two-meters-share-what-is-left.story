# A1-12: two resources are charged each hour; what the balance cannot cover of both is owed
given practice on 2024-05-06 09:00:00 with 1.00
when order offer evs spec ssd disk_gib 100 name disk pay_per_use
when order offer eip spec 5_bgp bandwidth 5 name ip pay_per_use
when it is 2024-05-06 11:00:00
then balance is 0.14
when it is 2024-05-06 12:00:00
then balance is 0.00
then arrears is 0.29
when top-up amount 1.00
then balance is 0.71
then arrears is 0.00
when it is 2024-05-06 13:00:00
then balance is 0.28
