# Guide 4.4.4, rules 3.3: a change that fails leaves the resource as it was, all that was paid for it comes back, the voucher too
given practice on 2024-01-10 09:00:00 with 1000.00
given evs disk for 1 month spec ssd disk_gib 100
given ecs web for 1 month disk_gib 40
given voucher v 5.00
then balance is 838.00
when change resource disk amount 200
when pay orders last voucher v
when tell-failure order last
when 4 seconds pass
then order last is refunding
then order first is completed
then order 3 is completed
then order 3 failed 1
then disk sized 100
when 1 day passes
then coupon v has 5.00
then order 4 is completed
then balance is 838.00
then outbox has 2 order.failed
when renew resources disk months 1 pay
when unsubscribe-renewals resources disk
when unsubscribe resources disk reason surplus agreed
then plan returns 100.00
then plan quota 1
