# A1-10: the own value of the bandwidth lies between 1 and 2,000 Mbit/s
given practice on 2024-05-06 09:00:00
when order offer eip spec 5_bgp name ip months 1
then refused order.no-size
when order offer eip spec 5_bgp bandwidth 2001 name ip months 1
then refused bandwidth
when order offer eip spec 5_bgp bandwidth 2000 name ip months 1
then order last due 46000.00
