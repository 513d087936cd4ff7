# GP-08: what is unsubscribed by the order takes one unit, and goes as a whole
given practice on 2024-05-06 09:00:00 with 2000.00
when order offer workspace spec workspace.x86.2u4g name desk months 1 quantity 10
when pay orders last
when 4 seconds pass
when unsubscribe resources desk-0003 reason surplus agreed
then plan quota 1
then plan left 9
then plan returns 860.00
then resources has 10 unsubscribed
