# Rules 8.2: turned to pay-per-use at its expiry, the order that waits for its renewal is cancelled
given practice on 2024-01-10 09:00:00 with 1000.00
given evs disk for 1 month spec ssd disk_gib 100
when set-mode resources disk mode to-pay-per-use
when it is 2024-02-09 09:00:00
when renew resources disk months 1
then order last is unpaid
when it is 2024-02-11 00:00:00
then disk charged pay-per-use
then order 2 is cancelled
then order last of to-pay-per-use
when it is 2024-02-11 10:30:00
then balance is 898.00
