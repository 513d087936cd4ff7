# GD-37, international: fifteen days of each
given practice on 2024-03-30 09:00:00 at intl with 1000.00
given vpc net for 1 month
when it is 2024-05-15 23:59:59
then net is expired
when it is 2024-05-30 23:59:59
then net is frozen
when 1 second passes
then net is released
