# Rules 1.5, 2.1: the five days are of what was newly bought; the change is an order of its own: 3.23 and 9.90 of 99.00
given practice on 2024-01-10 09:00:00 with 1000.00
given evs disk for 1 month spec ssd disk_gib 100
when it is 2024-01-11 09:00:00
when change resource disk amount 200 pay
then plan pays 99.00
when it is 2024-01-12 09:00:00
when unsubscribe resources disk reason not-suitable agreed
then plan quota 1
# 99 × 24/735
then plan consumes 3.23
then plan fees 9.90
then plan returns 185.87
