# GD-60: 100 due with a voucher of 20 are 80 paid
given practice on 2024-05-06 09:00:00 with 100.00
given voucher gift 20.00
when order offer evs spec ssd disk_gib 100 name disk months 1
when pay orders last voucher gift
then order last due 100.00
then order last paid 80.00
then order last vouchers 20.00
then balance is 20.00
