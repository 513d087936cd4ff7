# Rules 9: of several cards the one that ends first pays first, after all 现金券; a card lasts 36 months by itself
given practice on 2024-05-06 09:00:00 with 1000.00
given card later 50.00
given card sooner 30.00 expiry "2024-12-31 23:59:59"
given flexi coin 15.00
then value "SELECT datetime (expiry + 28800, 'unixepoch') FROM coupon WHERE name = 'later'" is "2027-05-06 23:59:59"
when order offer evs spec ssd disk_gib 60 name a months 1
when pay orders last card later,sooner flexi coin
then coupon coin has 0.00
then coupon sooner has 0.00
then coupon later has 35.00
then order last paid 60.00
then balance is 1000.00
