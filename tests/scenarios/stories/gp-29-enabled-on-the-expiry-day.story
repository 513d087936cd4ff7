# GP-29: switched on after 03:00 on the day of the expiry, it is deducted at once
given practice on 2024-04-15 09:00:00 with 1000.00
given evs disk for 1 month spec ssd disk_gib 100
when it is 2024-05-15 10:00:00
when set-mode resources disk mode auto months 1
when 1 second passes
then disk expires 2024-06-15 23:59:59
