# Rules 4.5, 14.4: a unified renewal given back leaves the day that the resource had; renewed again it is the same
given practice on 2024-02-15 09:00:00 with 1000.00
given evs disk for 1 month spec ssd disk_gib 100
when renew resources disk months 1 unify pay
then plan pays 153.23
then disk expires 2024-05-01 23:59:59
when unsubscribe-renewals resources disk
then plan returns 153.23
then disk expires 2024-03-15 23:59:59
when renew resources disk months 1 pay
then disk expires 2024-04-15 23:59:59
when unsubscribe-renewals resources disk
when renew resources disk months 1 unify pay
then disk expires 2024-05-01 23:59:59
