# GP-11, GD-25: exactly 50,000.00 needs no review, more does
given practice on 2024-01-01 08:00:00 with 200000.00
given evs a for 12 months spec ssd disk_gib 5000
given evs b for 12 months spec ssd disk_gib 5001
when unsubscribe resources a reason surplus agreed
then plan returns 50000.00
then order last is refunding
when unsubscribe resources b reason surplus agreed
then plan returns 50010.00
then order last is review
