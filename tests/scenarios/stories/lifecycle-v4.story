# GD-37 and GD-38 at V4: grace through 7 May, retention through 22 May
given practice on 2024-03-30 09:00:00 at V4 with 1000.00
given vpc net for 1 month
when it is 2024-05-07 23:59:59
then net is expired
when it is 2024-05-08 00:00:00
then net is frozen
when it is 2024-05-22 23:59:59
then net is frozen
when renew resources net months 1 pay
then net expires 2024-05-30 23:59:59
then net is in-use
when it is 2024-06-21 23:59:59
then net is frozen
when it is 2024-06-22 00:00:00
then net is released
