# Rules 4.5, 8.4: an order placed before the expiry and paid in grace renews from the old expiry on
given practice on 2024-01-10 09:00:00 at V3 with 1000.00
given evs disk for 1 month spec ssd disk_gib 100
when it is 2024-02-09 09:00:00
when renew resources disk months 1
when it is 2024-02-15 09:00:00
then disk is expired
when pay orders last
then disk expires 2024-03-10 23:59:59
then disk is in-use
