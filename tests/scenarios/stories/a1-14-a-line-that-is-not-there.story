# A1-14: only lines of the order can be told to fail
given practice on 2024-05-06 09:00:00 with 1000.00
when order offer vpc spec standard name net months 1 quantity 2
when tell-failure order last lines 3
then refused tell-failure.line
when tell-failure order last lines 0
then refused tell-failure.line
