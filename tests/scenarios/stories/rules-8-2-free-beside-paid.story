# Rules 8.2: what is ordered together waits together: something free neither pays for the rest nor leaves it behind
given practice on 2024-01-10 09:00:00 with 100.00
when order offer dns-basic spec basic name a months 1
when 4 seconds pass
given vpc b for 1 month spec standard
when renew resources a,b months 1
then order last children 2
then order last is unpaid
then balance is 90.00
when pay orders last
then order last is completed
then balance is 80.00
when renew resources b,a months 1
then order last is unpaid
when it is 2024-01-18 09:00:00
then order last is cancelled
then balance is 80.00
when renew resources b,a months 1 pay
then order last is completed
then balance is 70.00
