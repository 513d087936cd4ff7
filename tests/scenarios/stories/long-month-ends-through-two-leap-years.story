# GD-34, GD-35: monthly from 31 January 2024 on, through the Februaries of 2024 and 2028
given practice on 2024-01-31 09:00:00 with 1000.00
given evs disk for 1 month spec ssd disk_gib 10
then disk expires 2024-02-29 23:59:59
when set-mode resources disk mode auto months 1
when it is 2024-03-01 09:00:00
then disk expires 2024-03-31 23:59:59
when it is 2024-04-01 09:00:00
then disk expires 2024-04-30 23:59:59
when it is 2024-05-01 09:00:00
then disk expires 2024-05-31 23:59:59
when it is 2025-02-01 09:00:00
then disk expires 2025-02-28 23:59:59
when it is 2025-03-01 09:00:00
then disk expires 2025-03-31 23:59:59
when it is 2026-03-01 09:00:00
then disk expires 2026-03-31 23:59:59
when it is 2027-03-01 09:00:00
then disk expires 2027-03-31 23:59:59
when it is 2028-02-01 09:00:00
then disk expires 2028-02-29 23:59:59
when it is 2028-03-01 09:00:00
then disk expires 2028-03-31 23:59:59
# The first month and 49 renewals
then balance is 500.00
then value "SELECT count (*) FROM term" is 50
