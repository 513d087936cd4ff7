# Rules 8.4: a change, an attached disk and a conversion that were ordered with a promotion wait no longer than it lasts
given practice on 2024-05-06 09:00:00 with 1000.00
given ecs web for 1 month
given evs disk for 1 month spec ssd disk_gib 100
when order offer evs spec ssd disk_gib 100 name metered pay_per_use
given promotion spring 5000 expiry "2024-05-08 12:00:00"
when change resource disk amount 200
then order last lapses "2024-05-08 12:00:00"
when attach resource web offer evs amount 100
then order last lapses "2024-05-08 12:00:00"
when to-period resources metered months 1
then order last lapses "2024-05-08 12:00:00"
then order last due 50.00
