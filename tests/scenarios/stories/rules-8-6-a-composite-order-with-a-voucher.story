# Rules 8.6, 9: a composite order is one order: one voucher pays a part of it, the rest is cash
given practice on 2024-05-06 09:00:00 with 1000.00
given evs a for 1 month spec ssd disk_gib 100
given evs b for 1 month spec ssd disk_gib 100
given voucher v 50.00
when renew resources a,b months 1
when pay orders last voucher v
then order last due 200.00
then order last vouchers 50.00
then order last paid 150.00
then order child vouchers 25.00
then order child paid 75.00
then balance is 650.00
