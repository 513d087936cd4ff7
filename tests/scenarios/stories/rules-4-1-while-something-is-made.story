# Rules 4.1, 7: while an attached disk is being made its server takes nothing else
given practice on 2024-01-10 09:00:00 with 1000.00
given ecs app for 1 month disk_gib 40
when attach resource app offer evs name data amount 40 pay
when renew resources app months 1
then refused resource.order-in-process
when set-mode resources app mode to-pay-per-use
then refused resource.order-in-process
when unsubscribe resources app reason surplus agreed
then refused resource.order-in-process
when attach resource app offer evs name more amount 40
then refused resource.order-in-process
when 4 seconds pass
when renew resources app months 1 pay
then plan items 3
then data expires 2024-03-10 23:59:59
