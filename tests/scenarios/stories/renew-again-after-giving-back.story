# Rules 14.4: what was given back can be renewed again, to the same expiry
given practice on 2024-01-31 09:00:00 with 1000.00
given evs disk for 1 month spec ssd disk_gib 100
when renew resources disk months 1 pay
then disk expires 2024-03-31 23:59:59
when unsubscribe-renewals resources disk
then disk expires 2024-02-29 23:59:59
when renew resources disk months 1 pay
then disk expires 2024-03-31 23:59:59
