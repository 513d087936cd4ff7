# Rules 8.2: an order of nothing goes straight on, and what was free is not given back
given practice on 2024-05-06 09:00:00
when order offer dns-basic spec basic name dns months 1
then order last is processing
when 4 seconds pass
then order last is completed
then order last paid 0.00
then dns expires 2024-06-06 23:59:59
when unsubscribe resources dns reason surplus agreed
then refused unsubscribe.free
