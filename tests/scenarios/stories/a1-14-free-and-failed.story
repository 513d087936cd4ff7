# A1-14: an order that cost nothing and fails gives back nothing
given practice on 2024-05-06 09:00:00 with 10.00
when order offer dns-basic spec basic name dns months 1
when tell-failure order last
when 4 seconds pass
then order first is completed
then order first failed 1
then dns is missing
then balance is 10.00
