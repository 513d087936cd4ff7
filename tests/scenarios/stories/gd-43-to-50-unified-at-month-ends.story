# GD-43, GD-44, GD-50: from the 31st to the last day and to the 1st
given practice on 2023-12-31 09:00:00 with 2000.00
given evs a for 1 month spec ssd disk_gib 100
given evs b for 1 month spec ssd disk_gib 100
given evs c for 3 months spec ssd disk_gib 100
when set-unified-day day -1
when renew resources a months 1 unify pay
then plan pays 100.00
then a expires 2024-02-29 23:59:59
when set-unified-day day 1
when renew resources b,c months 1 unify pay
# 100 × (1 + 1/31), twice: 1 March and 1 May
then plan pays 206.46
then b expires 2024-03-01 23:59:59
then c expires 2024-05-01 23:59:59
when renew resources a months 1 pay
then a expires 2024-03-31 23:59:59
when renew resources b months 1 pay
then b expires 2024-04-01 23:59:59
