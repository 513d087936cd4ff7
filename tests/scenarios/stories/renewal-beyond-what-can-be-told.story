# Rules 4.5: no calendar goes beyond the year 9999
given practice on 9996-06-01 09:00:00 with 500.00
given evs disk for 24 months spec ssd disk_gib 10
when renew resources disk months 12 pay
then disk expires 9999-06-01 23:59:59
when renew resources disk months 12
then refused renew.out-of-range
when renew resources disk months 6 pay
then disk expires 9999-12-01 23:59:59
