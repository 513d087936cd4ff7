# GD-30: of three unstarted renewal periods the last two are given back; the expiry to keep is chosen
given practice on 2024-01-10 09:00:00 with 1000.00
given evs disk for 1 month spec ssd disk_gib 100
when renew resources disk months 1 pay
when renew resources disk months 1 pay
when renew resources disk months 1 pay
then disk expires 2024-05-10 23:59:59
when it is 2024-01-20 09:00:00
when unsubscribe-renewals resources disk expiries 2024-03-10
then plan returns 200.00
then disk expires 2024-03-10 23:59:59
when unsubscribe-renewals resources disk expiries 2024-04-10
then refused give-back.not-a-choice
