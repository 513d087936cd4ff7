# A2-03: a composite order has the product types of its children, each once
given practice on 2024-05-06 09:00:00 with 1000.00
given evs a for 1 month spec ssd disk_gib 100
given evs b for 1 month spec ssd disk_gib 200
when order offer vpc spec standard name net months 1
when pay orders last
when 10 seconds pass
when renew resources a,b,net months 1
then order last children 3
then value "SELECT product FROM \"order\" WHERE composite ORDER BY id DESC LIMIT 1" is "Elastic Volume Service, Virtual Private Cloud"
