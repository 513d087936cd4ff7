# GD-46: February's last day is the unified 28th already, nothing is added
given practice on 2022-12-31 09:00:00 with 500.00
given evs disk for 1 month spec ssd disk_gib 100
when set-unified-day day 28
when renew resources disk months 1 unify pay
then plan pays 100.00
then disk expires 2023-02-28 23:59:59
when renew resources disk months 1 pay
then disk expires 2023-03-28 23:59:59
