# GD-48: a day too late for the unified day costs thirty extra days
given practice on 2024-03-02 09:00:00 with 1000.00
given evs c for 1 month spec ssd disk_gib 100
when renew resources c months 1 unify pay
then plan pays 196.88
then c expires 2024-06-01 23:59:59
