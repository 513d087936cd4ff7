# Rules 1.5, 2.1: two cards paid one order; each resource's money goes back to the card that paid it, however they were used since
given practice on 2024-05-06 09:00:00 with 1.00
given card first 36.00
given card second 36.00
when order offer vpc spec professional name a months 1 quantity 2
when pay orders last card first,second
when it is 2024-05-06 09:10:00
when unsubscribe resources a-0001 reason surplus agreed
when it is 2024-05-07 10:00:00
then coupon first has 36.00
when order offer vpc spec professional name b months 1
when pay orders last card first
when it is 2024-05-07 10:10:00
then coupon first has 0.00
when unsubscribe resources a-0002 reason surplus agreed
when it is 2024-05-08 11:00:00
then coupon second has 36.00
when unsubscribe resources b reason surplus agreed
when it is 2024-05-09 12:00:00
then coupon first has 36.00
then coupon second has 36.00
