# Guide 4.4.1.1 note 2: what failed comes back whole without quota; what was opened is five-day and takes a unit of it
given practice on 2024-05-06 09:00:00 with 1000.00
when order offer evs spec ssd disk_gib 100 name disk months 1 quantity 3
when tell-failure order last lines 2
when pay orders last
when 4 seconds pass
then order first is completed
then order first failed 1
then disk-0001 is in-use
then disk-0002 is missing
then disk-0003 is in-use
then order last of unsubscription
then order last is refunding
then order last from system
then order last due 100.00
then outbox has 2 order.failed
then balance is 700.00
when it is 2024-05-07 09:00:04
then order last is completed
then balance is 800.00
when unsubscribe resources disk-0001 reason surplus agreed
then plan quota 1
then plan left 9
then plan returns 100.00
