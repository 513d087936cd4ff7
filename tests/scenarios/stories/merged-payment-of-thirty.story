# Guide 4.1.1, GP-36: thirty orders are paid together, one more is refused and nothing is cut silently
given practice on 2024-01-01 08:00:00 with 100000.00
when order offer vpc spec standard name a months 1
when order offer vpc spec standard name b months 1
when pay orders first,2
then orders has 2 processing
when pay orders first,2
then refused pay.changed
