# GD-35: a year from 29 February, then three more: 28, 28, 28 and 29 February
given practice on 2024-02-29 09:00:00 with 1000.00
given evs disk for 12 months spec ssd disk_gib 10
then disk expires 2025-02-28 23:59:59
when set-mode resources disk mode auto months 12
when it is 2025-03-01 09:00:00
then disk expires 2026-02-28 23:59:59
when it is 2026-03-01 09:00:00
then disk expires 2027-02-28 23:59:59
when it is 2027-03-01 09:00:00
then disk expires 2028-02-29 23:59:59
when it is 2028-03-01 09:00:00
then disk expires 2029-02-28 23:59:59
then balance is 500.00
