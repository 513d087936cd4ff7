# Rules 9: a voucher does not go with a discount unless it says so
given practice on 2024-05-06 09:00:00 with 1000.00
given commercial group 9000
given voucher alone 20.00
given voucher both 20.00 with_discount
when order offer evs spec ssd disk_gib 100 name a months 1
when pay orders last voucher alone
then refused pay.voucher-discount
when pay orders last voucher both
then order last due 90.00
then order last paid 70.00
