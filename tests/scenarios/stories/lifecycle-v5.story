# GD-37 at V5: seven days of grace, fifteen of retention
given practice on 2024-03-30 09:00:00 at V5 with 1000.00
given vpc net for 1 month
when it is 2024-05-07 23:59:59
then net is expired
when it is 2024-05-22 23:59:59
then net is frozen
when 1 second passes
then net is released
