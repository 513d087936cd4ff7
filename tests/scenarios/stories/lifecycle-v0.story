# GD-37 at V0: a day of grace, a day of retention, then it is gone
given practice on 2024-03-30 09:00:00 at V0 with 1000.00
given vpc net for 1 month
then net expires 2024-04-30 23:59:59
when it is 2024-04-30 23:59:59
then net is in-use
when 1 second passes
then net is expired
when it is 2024-05-01 23:59:59
then net is expired
when 1 second passes
then net is frozen
when it is 2024-05-02 23:59:59
then net is frozen
when 1 second passes
then net is released
then journal has 1 resource.released
