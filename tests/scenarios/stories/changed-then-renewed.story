# Rules 3.2: change, then renew: the renewal can be given back
given practice on 2024-01-10 09:00:00 with 2000.00
given evs disk for 1 month spec ssd disk_gib 100
when change resource disk amount 200 pay
when 4 seconds pass
when renew resources disk months 1 pay
then plan pays 200.00
when unsubscribe-renewals resources disk
then plan returns 200.00
then disk expires 2024-02-10 23:59:59
then disk sized 200
