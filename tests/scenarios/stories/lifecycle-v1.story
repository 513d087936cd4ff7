# GD-37 and GD-38 at V1: one day of grace, 7 of retention
given practice on 2024-03-30 09:00:00 at V1 with 1000.00
given vpc net for 1 month
when it is 2024-04-30 23:59:59
then net is in-use
when it is 2024-05-01 23:59:59
then net is expired
when it is 2024-05-02 00:00:00
then net is frozen
when it is 2024-05-08 23:59:59
then net is frozen
when it is 2024-05-09 00:00:00
then net is released
