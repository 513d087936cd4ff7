# Rules 8.2: when the resource goes, the order that waits for its renewal goes too
given practice on 2024-01-10 09:00:00 at V3 with 1000.00
given evs disk for 1 month spec ssd disk_gib 100
when it is 2024-02-22 09:00:00
then disk is frozen
when renew resources disk months 1
then order last lapses "2024-02-29 09:00:00"
when it is 2024-02-24 23:59:59
then order last is unpaid
when it is 2024-02-25 00:00:00
then disk is released
then order last is cancelled
when pay orders last
then refused pay.changed
then balance is 900.00
