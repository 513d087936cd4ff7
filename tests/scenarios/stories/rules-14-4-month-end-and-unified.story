# Rules 4.5: from 29 February by the 31st, over the 28th, and back to the 31st
given practice on 2024-01-31 09:00:00 with 1000.00
given evs disk for 1 month spec ssd disk_gib 100
then disk expires 2024-02-29 23:59:59
when set-unified-day day 28
# To 31 March, and 28 days of April
when renew resources disk months 1 unify pay
then plan pays 193.33
then disk expires 2024-04-28 23:59:59
when renew resources disk months 1 pay
then disk expires 2024-05-28 23:59:59
when unsubscribe-renewals resources disk
then plan returns 293.33
then disk expires 2024-02-29 23:59:59
when renew resources disk months 1 pay
then disk expires 2024-03-31 23:59:59
