# GP-41: two CDN packages of two years at 11.10, paid at 15:58:29, done at 15:58:33, cost 22.20
given practice on 2024-04-15 15:58:07 with 22.20
when order offer cdn-package spec 2 name flow months 24 quantity 2
then order last due 22.20
when it is 2024-04-15 15:58:29
when pay orders last
then order last is processing
when it is 2024-04-15 15:58:32
then order last is processing
when 1 second passes
then order last is completed
then order last paid 22.20
then order last vouchers 0.00
then flow-0001 expires 2026-04-15 23:59:59
then balance is 0.00
