# Rules 1.5: what an expired 现金券 paid is lost with it and does not turn into cash
given practice on 2020-10-20 09:00:00 with 100.00
given flexi coin 20.00 expiry "2020-10-21 23:59:59"
given card purse 30.00
when order offer evs spec ssd disk_gib 100 name disk months 1
when pay orders last flexi coin card purse
then balance is 50.00
when it is 2020-10-22 10:00:00
when unsubscribe resources disk reason surplus agreed
then plan returns 80.00
when it is 2020-10-23 10:00:00
then balance is 100.00
then coupon purse has 30.00
then coupon coin has 0.00
