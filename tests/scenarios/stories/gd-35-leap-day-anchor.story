# GD-35: bought on 29 February, a year ends on 28 February, four years on 29 February
given practice on 2024-02-29 09:00:00 with 9000.00
given vpc net for 12 months
then net expires 2025-02-28 23:59:59
when renew resources net months 24 pay
then net expires 2027-02-28 23:59:59
when renew resources net months 12 pay
then net expires 2028-02-29 23:59:59
