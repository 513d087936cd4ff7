# Rules 6: commercial and promotion alike, the commercial one counts, and the order can be given back
given practice on 2024-05-06 09:00:00 with 1000.00
given promotion spring 9000 no_refund
given commercial group 9000
when order offer evs spec ssd disk_gib 100 name disk months 1
then value "SELECT d.name FROM line l JOIN discount d ON d.id = l.discount_id" is group
then order last lapses "2024-05-13 09:00:00"
when pay orders last
when 4 seconds pass
when unsubscribe resources disk reason surplus agreed
then plan returns 90.00
