# Guide 4.2.2.4: 2 to 7 days before the expiry, confirmed, and at once
given practice on 2024-04-30 09:00:00 with 500.00
given evs disk for 1 month spec ssd disk_gib 100
when set-mode resources disk mode auto months 1
when set-deduction-day days 1 agreed
then refused set-deduction-day.range
when set-deduction-day days 0 agreed
then refused set-deduction-day.range
when set-deduction-day days 8 agreed
then refused days
when set-deduction-day days 2
then refused set-deduction-day.not-agreed
when set-deduction-day days 2 agreed
# The expiry is 30 May: 28 May instead of 23 May
when it is 2024-05-26 10:00:00
then disk expires 2024-05-30 23:59:59
# At once: the 7th day has passed, so the next 03:00 counts
when set-deduction-day days 7 agreed
then disk expires 2024-05-30 23:59:59
when it is 2024-05-27 02:59:59
then disk expires 2024-05-30 23:59:59
when it is 2024-05-27 03:00:00
then disk expires 2024-06-30 23:59:59
when set-deduction-day days 4 agreed
when it is 2024-06-26 02:59:59
then disk expires 2024-06-30 23:59:59
when it is 2024-06-26 03:00:00
then disk expires 2024-07-30 23:59:59
