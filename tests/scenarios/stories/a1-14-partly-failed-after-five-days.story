# Guide 4.4.1.1 note 2: five days after its opening what was opened is conditional, with quota left
given practice on 2024-05-06 09:00:00 with 1000.00
when order offer evs spec ssd disk_gib 100 name disk months 1 quantity 2
when tell-failure order last lines 2
when pay orders last
when it is 2024-05-11 09:00:04
when unsubscribe resources disk-0001 reason surplus agreed
then plan quota 0
then plan consumes 15.81
then plan fees 10.00
then plan returns 74.19
