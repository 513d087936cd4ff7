# A1-21: an order that was placed before can still be paid
given practice on 2024-01-10 09:00:00 with 1000.00
given evs disk for 1 month spec ssd disk_gib 100
when renew resources disk months 1
when withdraw-offer offer evs withdrawn
when pay orders last
then disk expires 2024-03-10 23:59:59
when unsubscribe-renewals resources disk
then plan returns 100
