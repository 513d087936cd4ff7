# Rules 4.9: the difference for what remains, times the discount: 100 more for 15/31 + 6/30 months at 90 % are 61.55
given practice on 2024-05-06 09:00:00 with 1000.00
given evs disk for 1 month spec ssd disk_gib 100
given commercial group 9000
when it is 2024-05-16 09:00:00
when change resource disk amount 200
then order last discounted 6.84
then order last due 61.55
when pay orders last
when 4 seconds pass
then disk sized 200
then balance is 838.45
