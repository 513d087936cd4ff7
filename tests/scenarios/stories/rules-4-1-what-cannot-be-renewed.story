# Rules 4.1: frozen, unpaid, in process, given back, released, two sellers
given practice on 2024-01-10 09:00:00 with 5000.00
given evs disk for 1 month spec ssd disk_gib 100
given evs gone for 1 month spec ssd disk_gib 100
given evs late for 1 month spec ssd disk_gib 100
given market-audit audit for 1 month
given market-scan scan for 1 month
given market-scan other for 1 month
when set-freeze account demo freeze police
when renew resources disk months 1
then refused account.frozen
when set-freeze account demo freeze none
when set-freeze account demo resource disk freeze police
when renew resources disk months 1
then refused resource.police-frozen
when set-freeze account demo resource disk freeze none
when unsubscribe resources gone reason surplus agreed
when renew resources gone months 1
then refused resource.gone
when change resource disk amount 200 pay
when renew resources disk months 1
then refused resource.order-in-process
when 4 seconds pass
when renew resources audit,scan months 1
then refused renew.sellers
when renew resources scan,other months 1 pay
then plan pays 160.00
when renew resources disk months 1 pay
then plan pays 200.00
when it is 2024-02-11 09:00:00
when release resources late
when renew resources late months 1
then refused resource.gone
