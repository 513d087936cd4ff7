# A1-14: a bound disk told to fail takes its server along, and both come back in one order
given practice on 2024-05-06 09:00:00 with 1000.00
when order offer ecs spec s6.small.1 name web months 1 quantity 2
when tell-failure order last lines 4
then plan items 2
when pay orders last
when 4 seconds pass
then web-0001 is in-use
then web-0002 is missing
then web-0002-volume-0000 is missing
then order last due 62.00
when it is 2024-05-07 09:00:04
then balance is 938.00
