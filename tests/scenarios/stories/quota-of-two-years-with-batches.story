# GD-29 with batches: 7 in the old year, 8 right after midnight
given practice on 2024-12-30 09:00:00 with 3000.00
given 15 evs disk for 1 month spec ssd disk_gib 10
when it is 2024-12-31 23:59:59
when unsubscribe resources disk-0001,disk-0002,disk-0003,disk-0004,disk-0005,disk-0006,disk-0007 reason surplus agreed
then plan quota 7
then plan left 3
when it is 2025-01-01 00:00:00
when unsubscribe resources disk-* reason surplus agreed
then plan quota 8
then plan left 2
then plan returns 80
then plan fees 0
when it is 2025-01-02 00:00:00
then balance is 3000.00
