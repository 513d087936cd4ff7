# Guide 4.4.3: attached first and renewed then, it can; the attached disk goes along
given practice on 2024-01-10 09:00:00 with 2000.00
given ecs app for 1 month disk_gib 40
when attach resource app offer evs spec ssd name data amount 100 pay
# From 10 January to 10 February: 21/31 + 10/29 of 100
then plan pays 102.22
when 4 seconds pass
then data expires 2024-02-10 23:59:59
when renew resources app months 1 pay
# 34 + 40 × 0.70 + 100
then plan pays 162.00
then data expires 2024-03-10 23:59:59
when unsubscribe-renewals resources app
then plan returns 162.00
then data expires 2024-02-10 23:59:59
