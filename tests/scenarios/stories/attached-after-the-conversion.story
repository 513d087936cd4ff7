# The same with a further disk: it is by the hour like its server
given practice on 2024-01-10 09:00:00 with 1000.00
given ecs app for 1 month disk_gib 40
when set-mode resources app mode to-pay-per-use
when it is 2024-02-10 23:59:58
when attach resource app offer evs spec ssd name data amount 100 pay
when it is 2024-02-11 00:00:10
then app charged pay-per-use
then data charged pay-per-use
when it is 2024-02-11 10:00:00
# 10 × (0.07 + 0.05 + 0.20)
then balance is 934.80
when release resources app
then data is released
