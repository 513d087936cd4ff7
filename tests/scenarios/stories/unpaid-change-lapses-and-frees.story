# A1-18, rules 4.1: an unpaid change keeps a resource from renewal until it lapses
given practice on 2024-01-10 09:00:00 with 1000.00
given evs disk for 1 month spec ssd disk_gib 100
when change resource disk amount 200
when renew resources disk months 1
then refused resource.unpaid-order
when change resource disk amount 300
then refused resource.unpaid-order
when it is 2024-01-17 09:00:04
then order last is cancelled
when renew resources disk months 1 pay
then plan pays 100
then disk sized 100
