# Guide 4.4.1.1 note 2: without quota what was opened is conditional within the five days too
given practice on 2024-05-06 08:00:00 with 1000.00
when order offer evs spec ssd disk_gib 10 name used months 1 quantity 10
when pay orders last
when 4 seconds pass
when unsubscribe resources used-0001,used-0002,used-0003,used-0004,used-0005,used-0006,used-0007,used-0008,used-0009,used-0010 reason surplus agreed
then plan left 0
when it is 2024-05-06 09:00:00
when order offer evs spec ssd disk_gib 100 name disk months 1 quantity 2
when tell-failure order last lines 1
when pay orders last
when it is 2024-05-07 09:30:00
then disk-0001 is missing
when unsubscribe resources disk-0002 reason surplus agreed
then plan quota 0
then plan consumes 3.16
then plan fees 10.00
then plan returns 86.84
