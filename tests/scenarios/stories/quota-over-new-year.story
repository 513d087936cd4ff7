# GD-29: the quota belongs to the calendar year of the unsubscription, not of the purchase
given practice on 2024-12-30 09:00:00 with 3000.00
when order offer evs spec ssd disk_gib 100 name disk months 1 quantity 12
when pay orders last
when 4 seconds pass
when it is 2024-12-31 23:59:59
when unsubscribe resources disk-0001,disk-0002,disk-0003,disk-0004,disk-0005,disk-0006,disk-0007,disk-0008,disk-0009,disk-0010,disk-0011 reason surplus agreed
then plan quota 10
then plan left 0
then plan fees 10.00
when it is 2025-01-02 09:00:00
when unsubscribe resources disk-0012 reason surplus agreed
then plan quota 1
then plan left 9
then plan returns 100.00
