# Guide 4.2.3, resource A (GP-24): expiry 15 March, renewed by a month up to the 1st, ends on 1 May
given practice on 2024-02-15 09:00:00 with 1000.00
given evs a for 1 month spec ssd disk_gib 100
then a expires 2024-03-15 23:59:59
when set-unified-day day 1
when renew resources a months 1 unify pay
then plan pays 153.23
then a expires 2024-05-01 23:59:59
when renew resources a months 1 pay
then a expires 2024-06-01 23:59:59
