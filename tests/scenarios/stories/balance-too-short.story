# Guide 4.1.1: only the balance pays; with too little nothing happens and the order waits
given practice on 2024-01-01 08:00:00 with 5.00
when order offer vpc spec standard name net months 1
when pay orders last
then refused pay.balance-short
then order last is unpaid
then balance is 5.00
when top-up amount 5.00
when pay orders last
then balance is 0.00
then order last is processing
when 4 seconds pass
then order last is completed
