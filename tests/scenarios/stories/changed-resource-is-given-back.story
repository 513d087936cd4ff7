# Rules 1.5: the change is an order of its own, with its own start: 47.49 + 10.00 of 100, 15.74 + 6.80 of 67.96
given practice on 2024-01-01 10:30:00 with 1000.00
given evs disk for 1 month spec ssd disk_gib 100
when it is 2024-01-11 10:30:00
when change resource disk amount 200 pay
then plan pays 67.96
when it is 2024-01-16 10:30:00
when unsubscribe resources disk reason not-suitable agreed
# 100 × 360/758 and 67.96 × 120/518
then plan consumes 63.23
then plan fees 16.80
then plan returns 87.93
