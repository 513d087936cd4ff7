# GP-06: ten disks of one order, given back within five days, take ten units of the quota
given practice on 2024-05-06 09:00:00 with 2000.00
when order offer evs spec ssd disk_gib 100 name disk months 1 quantity 10
when pay orders last
when 4 seconds pass
when unsubscribe resources disk-0001,disk-0002,disk-0003,disk-0004,disk-0005,disk-0006,disk-0007,disk-0008,disk-0009,disk-0010 reason surplus agreed
then plan quota 10
then plan left 0
then plan returns 1000.00
then order last children 10
