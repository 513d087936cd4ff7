# Catalogue: unknown products and specs, regions and durations that are not sold are each refused
given practice on 2024-05-06 09:00:00
when order offer vpn spec standard name a months 1
then refused order.unknown-offer
when order offer vpc spec huge name a months 1
then refused order.unknown-spec
when order offer vpc spec standard name a months 1 region mars-1
then refused order.region
when order offer vpc spec standard name a months 10
then refused order.duration
when order offer vpc spec standard name a months 9
then order last due 90.00
when order offer vpc spec standard name a months 36
then order last due 300.00
when order offer traffic-package spec 10 name a months 12
then refused order.duration
when order offer cdn-package spec 2 name a months 1
then refused order.duration
