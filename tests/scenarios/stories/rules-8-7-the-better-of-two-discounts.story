# Rules 8.7: one discount, the better one: a promotion at 85 % rather than the commercial 90 %
given practice on 2024-05-06 09:00:00 with 1000.00
given commercial group 9000
given promotion spring 8500
when order offer evs spec ssd disk_gib 100 name disk months 1
then order last discounted 15.00
then order last due 85.00
then value "SELECT d.name FROM line l JOIN discount d ON d.id = l.discount_id" is spring
