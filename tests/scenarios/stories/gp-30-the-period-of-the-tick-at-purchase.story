# Rules 6, GP-30: ticked at purchase; a year renewed by hand leaves the period of the automatic renewal at a month
given practice on 2026-02-01 09:00:00 with 3000.00
given evs disk for 1 month spec ssd disk_gib 100 auto_renew
then disk renews auto
then disk expires 2026-03-01 23:59:59
when it is 2026-02-09 09:00:00
when renew resources disk months 12 pay
then disk expires 2027-03-01 23:59:59
then value "SELECT auto_months FROM resource WHERE name = 'disk'" is 1
when it is 2027-02-22 03:00:00
then disk expires 2027-04-01 23:59:59
