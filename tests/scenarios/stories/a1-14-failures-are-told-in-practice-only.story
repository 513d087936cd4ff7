# A1-14: in a real profile no delivery is told to fail
given real on 2024-05-06 09:00:00 with 1000.00
when order offer vpc spec standard name net months 1
when tell-failure order last
then refused tell-failure.practice
