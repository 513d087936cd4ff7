# Paid in the last seconds, delivered in grace: it has its server's expiry, and its fate
given practice on 2024-01-10 09:00:00 at V3 with 1000.00
given ecs app for 1 month disk_gib 40
when it is 2024-02-10 23:59:58
when attach resource app offer evs spec ssd name data amount 100 pay
when it is 2024-02-11 00:00:10
then data expires 2024-02-10 23:59:59
then data is expired
when renew resources app months 1 pay
then plan pays 162.00
then data expires 2024-03-10 23:59:59
when it is 2024-03-25 00:00:00
then data is released
