# Guide 4.4.1.3 (GP-04, GD-27): opened 2022-11-24 14:30:30, five-day until before 2022-11-29 14:30:30
given practice on 2022-11-24 14:30:26 with 1000.00
given evs a for 1 month spec ssd disk_gib 100
given evs b for 1 month spec ssd disk_gib 100
then a begins 2022-11-24 14:30:30
when it is 2022-11-29 14:30:29
when unsubscribe resources a reason wrong-spec agreed
then plan returns 100.00
then plan quota 1
then plan left 9
when it is 2022-11-29 14:30:34
when unsubscribe resources b reason wrong-spec agreed
then plan quota 0
then plan fees 10.00
