# Rules 2.2, 2.3: what is left of a partly failed order that is unsubscribed by the order is still one unit
given practice on 2024-05-06 09:00:00 with 1000.00
when order offer workspace spec workspace.x86.2u4g name desk months 1 quantity 10
when tell-failure order last lines 3,7
when pay orders last
when 4 seconds pass
then resources has 8 active
when 1 day passes
# 10 × 86 less 2 × 86
then balance is 312.00
when unsubscribe resources desk-0010 reason surplus agreed
then plan quota 1
then plan returns 688.00
then resources has 8 unsubscribed
