# Rules 1.9: the system disk goes along with its server in renewal and unsubscription
given practice on 2024-01-15 09:00:00 with 1000.00
given ecs web for 1 month disk_gib 40
when renew resources web-volume-0000 months 1
then refused resource.bound-part
when renew resources web months 1 pay
then plan items 2
then web-volume-0000 expires 2024-03-15 23:59:59
when it is 2024-01-16 09:00:00
when unsubscribe resources web reason surplus agreed
then plan quota 1
then web-volume-0000 is unsubscribed
