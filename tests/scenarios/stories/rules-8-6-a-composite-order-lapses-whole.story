# Rules 8.6, 8.4: unpaid for seven days a composite renewal lapses with its children, and what it held is free
given practice on 2024-05-06 09:00:00 with 1000.00
given evs a for 1 month spec ssd disk_gib 100
given evs b for 1 month spec ssd disk_gib 100
given voucher v 50.00
when renew resources a,b months 1
when choose-instruments order last voucher v
then coupon v locked 50.00
when set-mode resources a mode auto months 1
then refused resource.unpaid-order
when it is 2024-05-13 09:00:08
then order last is cancelled
then order child is cancelled
then coupon v locked 0.00
when set-mode resources a mode auto months 1
then a renews auto
