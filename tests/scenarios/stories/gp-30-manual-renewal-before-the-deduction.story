# GP-30: renewed by hand before the deduction, the next one follows the new expiry and the period stays a month
given practice on 2026-02-01 09:00:00 with 3000.00
given evs disk for 1 month spec ssd disk_gib 100
then disk expires 2026-03-01 23:59:59
when set-mode resources disk mode auto months 1 times 3
when it is 2026-02-09 12:00:00
when renew resources disk months 12 pay
then disk expires 2027-03-01 23:59:59
then disk left 3
when it is 2027-02-22 03:00:00
then disk expires 2027-04-01 23:59:59
then disk left 2
