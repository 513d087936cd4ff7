# A1-10, guide 3: an EIP of 5 Mbit/s for one month costs 115.00, three months three times, a year ten
given practice on 2024-05-06 09:00:00 with 5000.00
when order offer eip spec 5_bgp bandwidth 5 name ip months 1 line 全动态BGP bandwidth_name bw-1 tags 部门=教育,环境=生产 ipv6
then order last due 115.00
then value "SELECT details FROM line" is '{"bandwidth_name":"bw-1","ipv6":true,"line":"全动态BGP","tags":["部门=教育","环境=生产"]}'
when pay orders last
when 4 seconds pass
then ip expires 2024-06-06 23:59:59
then ip sized 5
then balance is 4885.00
when order offer eip spec 5_bgp bandwidth 5 name more months 3
then order last due 345.00
when order offer eip spec 5_bgp bandwidth 5 name year months 12
then order last due 1150.00
when order offer eip spec 5_bgp bandwidth 1 name one months 1 quantity 3
then order last due 69.00
