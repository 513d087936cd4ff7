# GP-26: the last day of the month as the unified day
given practice on 2024-02-25 09:00:00 with 1000.00
given evs c for 1 month spec ssd disk_gib 100
then c expires 2024-03-25 23:59:59
when set-unified-day day -1
when renew resources c months 1 unify pay
then plan pays 116.67
then c expires 2024-04-30 23:59:59
when renew resources c months 1 unify pay
then c expires 2024-05-31 23:59:59
