# GD-04, GD-05: without quota the fee is due inside five days too, and the first hour is counted from its end
given practice on 2024-01-01 10:29:56 with 3000.00
when order offer evs spec ssd disk_gib 100 name disk months 1 quantity 12
when pay orders last
when 4 seconds pass
when unsubscribe resources disk-0001,disk-0002,disk-0003,disk-0004,disk-0005,disk-0006,disk-0007,disk-0008,disk-0009,disk-0010 reason surplus agreed
when it is 2024-01-01 10:59:59
when unsubscribe resources disk-0011 reason surplus agreed
then plan consumes 0
then plan fees 10.00
then plan returns 90.00
when it is 2024-01-01 11:00:00
when unsubscribe resources disk-0012 reason surplus agreed
then plan consumes 0.13
then plan returns 89.87
