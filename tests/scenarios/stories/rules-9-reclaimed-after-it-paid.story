# Rules 9, 1.5: what comes back to a voucher that was reclaimed meanwhile is lost
given practice on 2024-05-06 09:00:00 with 100.00
given voucher v 50.00
when order offer evs spec ssd disk_gib 100 name disk months 1
when order offer evs spec ssd disk_gib 30 name other months 1
when pay orders 2 voucher v
when pay orders first
when 4 seconds pass
when reclaim-coupon coupon v
then coupon v lost 20.00
when unsubscribe resources other reason surplus agreed
then plan returns 0.00
then plan vouchers 0.00
when it is 2024-05-07 10:00:00
then coupon v has 0.00
