# Rules 2.1: why it is not in full: the product has no five days, it goes along with what is past them, it was pay-per-use
given practice on 2024-05-06 09:00:00 with 2000.00
given ecs web for 1 month
given eip ip for 1 month spec 5_bgp
when attach resource ip offer bandwidth-addon amount 3 name add pay
when order offer evs spec ssd disk_gib 100 name metered pay_per_use
when 4 seconds pass
when to-period resources metered months 1 pay
when 4 seconds pass
when unsubscribe resources add reason surplus agreed
then explains add by not-sold
then plan quota 0
when unsubscribe resources metered reason surplus agreed
then explains metered by not-new
when 6 days pass
when attach resource web offer evs amount 100 name data pay
when 4 seconds pass
when unsubscribe resources web reason surplus agreed
then explains web by window-over
then explains data by goes-along
then plan quota 0
