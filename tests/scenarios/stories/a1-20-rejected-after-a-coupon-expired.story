# A1-20: a refund that is rejected is spoken of as it was asked for, whatever expired since
given practice on 2024-05-06 09:00:00 with 200000.00
when order offer evs spec ssd disk_gib 6000 name disk months 1
when pay orders last
when 10 seconds pass
given flexi coin 5000.00 expiry "2024-05-10 23:59:59"
when renew resources disk months 12
when pay orders last flexi coin
when unsubscribe-renewals resources disk
then plan review
when it is 2024-05-16 09:00:00
when decide-order orders last reason "still needed"
then order last is cancelled
then value "SELECT arguments ->> 'amount' FROM message WHERE template = 'refund.rejected' ORDER BY id DESC LIMIT 1" is 60000.00
