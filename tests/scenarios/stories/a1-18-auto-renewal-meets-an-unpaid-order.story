# A1-18: the attempt fails with that reason, by SMS and mail, and is made again the next day
given practice on 2024-04-30 09:00:00 with 1000.00
given evs disk for 1 month spec ssd disk_gib 100
when set-mode resources disk mode auto months 1
when it is 2024-05-22 10:00:00
when renew resources disk months 1
when it is 2024-05-23 03:00:00
then journal has 1 auto-renewal.failed
then outbox has 2 auto-renewal.failed
then value "SELECT json_extract (body, '$.rule') FROM journal WHERE kind = 'auto-renewal.failed'" is resource.unpaid-order
then order last is unpaid
when it is 2024-05-24 03:00:00
then journal has 2 auto-renewal.failed
when cancel orders last
when it is 2024-05-25 03:00:00
then journal has 2 auto-renewal.failed
then disk expires 2024-06-30 23:59:59
then balance is 800.00
