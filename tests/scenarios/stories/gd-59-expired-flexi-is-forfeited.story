# Rules 1.5: the same with a flexi coupon that has expired by then: its 22.31 are lost, not paid in cash
given practice on 2024-01-01 10:30:00 with 1000.00
when grant-coupon account demo kind flexi name F50 amount 50 expiry 2024-01-10
when grant-coupon account demo kind card name C30 amount 30 expiry 2027-01-01
when order offer evs spec ssd disk_gib 160 name disk months 1
when pay orders last flexi F50 card C30
then balance is 920.00
when 4 seconds pass
when it is 2024-01-15 18:40:00
when unsubscribe resources disk reason surplus agreed
then plan returns 49.08
when 1 day passes
then coupon F50 has 0
then coupon C30 has 13.38
then balance is 955.70
