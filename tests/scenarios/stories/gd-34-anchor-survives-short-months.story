# GD-34: the anchor day survives short months: six monthly renewals from 31 January
given practice on 2024-01-31 08:00:00 with 1000.00
given vpc net for 1 month
then net expires 2024-02-29 23:59:59
when renew resources net months 1 pay
then net expires 2024-03-31 23:59:59
when renew resources net months 1 pay
then net expires 2024-04-30 23:59:59
when renew resources net months 3 pay
then net expires 2024-07-31 23:59:59
