# Rules 5.3: what is sold by the year only is renewed to the unified day too; each extra day costs a 365th of the year
given practice on 2024-05-06 09:00:00 with 200000.00
given rds-enterprise base for 12 months spec rds.mysql.x1.2xlarge.8
given domain site for 12 months spec .cn
then base expires 2025-05-06 23:59:59
when set-unified-day day 1
when renew resources base months 12 unify pay
# 48800 × (1 + 26/365): from 7 May to 1 June 2026
then plan pays 52276.16
then base expires 2026-06-01 23:59:59
when renew resources site months 12 unify pay
# 35 × (1 + 26/365)
then plan pays 37.49
then site expires 2026-06-01 23:59:59
when renew resources base months 12 unify pay
then plan pays 48800.00
then base expires 2027-06-01 23:59:59
