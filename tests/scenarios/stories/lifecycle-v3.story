# GD-38 at V3: grace through 7 May, retention through 14 May
given practice on 2024-03-30 09:00:00 at V3 with 1000.00
given vpc net for 1 month
when it is 2024-05-07 23:59:59
then net is expired
when it is 2024-05-08 00:00:00
then net is frozen
when it is 2024-05-15 00:00:00
then net is released
