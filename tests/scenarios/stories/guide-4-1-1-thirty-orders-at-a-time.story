# Guide 4.1.1, A2-08: thirty orders are paid together; with one more nothing is paid and nothing is cut silently
given practice on 2024-05-06 09:00:00 with 1000.00
when 31 times order offer vpc spec standard name a months 1
when pay orders 1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31
then refused command.too-many
then orders has 31 unpaid
when cancel orders 1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31
then refused command.too-many
when pay orders 1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30
then plan pays 300.00
then orders has 30 processing
then orders has 1 unpaid
then balance is 700.00
