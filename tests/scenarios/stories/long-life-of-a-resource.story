# One server: bought, renewed, enlarged, extended, frozen, given back in part, let go, saved, by the hour, and released
given practice on 2024-01-10 09:00:00 at V3 with 3000.00
when order offer ecs spec s6.small.1 name app months 1 disk_gib 40
then order last is unpaid
# 34 + 40 × 0.70
then order last due 62.00
when it is 2024-01-17 08:59:59
when pay orders last
then order last is processing
when 4 seconds pass
then order last is completed
then app expires 2024-02-17 23:59:59
then balance is 2938.00
# 34 to 58: 24 × (14/31 + 17/29) from 17 January on
when change resource app spec s6.medium.2 pay
then plan pays 24.91
when 4 seconds pass
then app specified s6.medium.2
# A further disk: 100 × 0.70 × (14/31 + 17/29)
when attach resource app offer evs spec gpssd name data amount 100 pay
then plan pays 72.65
when 4 seconds pass
then balance is 2840.44
when set-mode resources app mode auto months 1 times 2
# 58 + 28 + 70, on the 7th day before 17 February
when it is 2024-02-10 03:00:00
then app expires 2024-03-17 23:59:59
then data expires 2024-03-17 23:59:59
then app left 1
then balance is 2684.44
when it is 2024-02-12 09:00:00
when renew resources app months 3 pay
then plan pays 468.00
then app expires 2024-06-17 23:59:59
when set-freeze account demo resource app freeze police
when unsubscribe-renewals resources app
then refused resource.police-frozen
when set-freeze account demo resource app freeze none
when unsubscribe-renewals resources app expiries 2024-03-17
then plan returns 468.00
then app expires 2024-03-17 23:59:59
then app left 1
when set-mode resources app mode no-renewal
when it is 2024-03-18 00:00:00
then app is expired
when it is 2024-03-25 00:00:00
then app is frozen
when renew resources app months 1 pay
then plan pays 156.00
then app expires 2024-04-17 23:59:59
then balance is 2528.44
when set-mode resources app mode to-pay-per-use
when it is 2024-04-18 00:00:00
then app charged pay-per-use
then data charged pay-per-use
# An hour: 0.12 of 0.1208, 0.05 of 0.05832 and 0.14 of 0.1458
when it is 2024-04-18 10:00:00
then balance is 2525.34
when it is 2024-04-18 10:30:00
when to-period resources app months 1 pay
# 58 + 28 + 70, and the hour that has begun
then order last due 156.00
then app expires 2024-05-18 23:59:59
then balance is 2369.03
when it is 2024-05-20 09:00:00
when release resources app
then app is released
then data is released
then app-volume-0000 is released
when renew resources app months 1
then refused resource.gone
then balance is 2369.03
