# GP-18: two renewals of a year each
given practice on 2022-07-08 09:00:00 with 9000.00
given vpc net for 12 months
then net expires 2023-07-08 23:59:59
when renew resources net months 12 pay
then net expires 2024-07-08 23:59:59
when renew resources net months 12 pay
then net expires 2025-07-08 23:59:59
