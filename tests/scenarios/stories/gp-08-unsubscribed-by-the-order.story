# GP-08, rules 2.2: of a service unsubscribed by the order all go together and take one unit of the quota
given practice on 2024-05-06 09:00:00 with 1000.00
when order offer workspace spec workspace.x86.2u4g name desk months 1 quantity 10
then order last due 860.00
when pay orders last
when 4 seconds pass
when unsubscribe resources desk-0003 reason surplus agreed
then plan items 10
then plan quota 1
then plan left 9
then plan returns 860.00
then desk-0010 is unsubscribed
