# GD-37 at V2: a day of grace, seven of retention
given practice on 2024-03-30 09:00:00 at V2 with 1000.00
given vpc net for 1 month
when it is 2024-05-01 23:59:59
then net is expired
when it is 2024-05-08 23:59:59
then net is frozen
when 1 second passes
then net is released
