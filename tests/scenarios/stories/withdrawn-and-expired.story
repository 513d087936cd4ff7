# A1-21, A1-24: what is no longer sold ends by itself or is released or unsubscribed; none of that needs the product
given practice on 2024-01-10 09:00:00 at V3 with 1000.00
given evs a for 1 month spec ssd disk_gib 100
given evs b for 1 month spec ssd disk_gib 100
when withdraw-offer offer evs withdrawn
when unsubscribe resources b reason surplus agreed
then plan returns 100
when it is 2024-02-12 09:00:00
when renew resources a months 1
then refused resource.withdrawn
when release resources a
then a is released
