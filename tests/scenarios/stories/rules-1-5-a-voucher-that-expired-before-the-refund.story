# Rules 1.5, GP-05 with an earlier expiry: the 80 come back in full, the voucher's 20 are lost
given practice on 2020-10-20 09:00:00 with 100.00
given voucher v 20.00 expiry "2020-10-21 23:59:59"
when order offer evs spec ssd disk_gib 100 name disk months 1
when pay orders last voucher v
when it is 2020-10-22 10:00:00
when unsubscribe resources disk reason surplus agreed
then plan returns 80.00
then plan vouchers 0.00
then plan left 9
when it is 2020-10-23 10:00:00
then balance is 100.00
then coupon v has 0.00
