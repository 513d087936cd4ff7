# GD-47: a renewal that ends on the unified day already costs nothing extra
given practice on 2024-03-01 09:00:00 with 1000.00
given evs c for 1 month spec ssd disk_gib 100
when renew resources c months 1 unify pay
then plan pays 100.00
then c expires 2024-05-01 23:59:59
