# A1-12, A1-15: the staff frees a server that was stopped for arrears; its disk goes on with it, and is not released
given practice on 2024-05-06 09:30:00 with 1.00
when order offer ecs spec s6.small.1 name web disk_gib 100 pay_per_use
when it is 2024-05-08 10:15:00
then web frozen-by arrears
then web-volume-0000 frozen-by arrears
when set-freeze resource web freeze none
then web frozen-by none
then web-volume-0000 frozen-by none
then arrears is 5.09
when it is 2024-05-08 11:00:00
then arrears is 5.30
when it is 2024-06-20 00:00:00
then web is active
then web-volume-0000 is active
