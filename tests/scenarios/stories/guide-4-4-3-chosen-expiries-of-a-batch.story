# Guide 4.4.3, GD-30: each row of a batch has its own expiry to keep; one composite order, in full
given practice on 2024-01-10 09:00:00 with 2000.00
given evs a for 1 month spec ssd disk_gib 100
given evs b for 1 month spec ssd disk_gib 100
when renew resources a,b months 1 pay
when renew resources a,b months 1 pay
when renew resources a,b months 1 pay
then a expires 2024-05-10 23:59:59
then balance is 1200.00
when it is 2024-01-20 09:00:00
when unsubscribe-renewals resources a,b expiries 2024-03-10,2024-02-10
then plan returns 500.00
then plan fees 0
then value "SELECT count (*) FROM quota WHERE used > 0" is 0
then order last children 2
then a expires 2024-03-10 23:59:59
then b expires 2024-02-10 23:59:59
when 1 day passes
then order last is completed
then balance is 1700.00
when unsubscribe-renewals resources b
then refused give-back.no-period
when unsubscribe-renewals resources a expiries 2024-03-10
then refused give-back.not-a-choice
when unsubscribe-renewals resources a
then plan returns 100.00
