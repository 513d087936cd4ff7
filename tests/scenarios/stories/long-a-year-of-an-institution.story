# 200 disks renew themselves every month for 2,000.00 together, until the balance runs short
given practice on 2024-01-01 09:00:00 at V3 with 10000.00
given 200 evs disk for 1 month spec ssd disk_gib 10
then balance is 8000.00
when set-mode resources disk-* mode auto months 1
# Deducted on the 7th day before the 1st: 25 January, 23 February, 25 March, 24 April
when it is 2024-04-24 03:00:00
then balance is 0
then disk-0200 expires 2024-06-01 23:59:59
then journal has 0 auto-renewal.failed
when it is 2024-05-25 03:00:00
then journal has 200 auto-renewal.failed
when it is 2024-05-26 03:00:00
then journal has 400 auto-renewal.failed
# Half of it: half of them
when top-up amount 1000
when it is 2024-05-27 03:00:00
then journal has 500 auto-renewal.failed
then value "SELECT count (*) FROM resource WHERE expiry = strftime ('%s', '2024-07-01 15:59:59') + 0" is 100
then balance is 0
when top-up amount 995
when it is 2024-05-28 03:00:00
then journal has 501 auto-renewal.failed
then balance is 5.00
when top-up amount 5
when it is 2024-05-29 03:00:00
then value "SELECT count (*) FROM resource WHERE expiry = strftime ('%s', '2024-07-01 15:59:59') + 0" is 200
then balance is 0
# Eight attempts of each in vain, 24 June to 1 July; then they expire
when it is 2024-07-02 00:00:00
then journal has 2101 auto-renewal.failed
then disk-0001 is expired
when it is 2024-07-03 09:00:00
when top-up amount 12000
when renew resources disk-* months 6 pay
then plan pays 12000
then plan items 200
then order last children 200
then disk-0200 expires 2025-01-01 23:59:59
then balance is 0
when set-mode resources disk-* mode no-renewal
when it is 2025-01-01 23:59:59
then resources has 200 active
when it is 2025-01-16 00:00:00
then resources has 200 released
then balance is 0
