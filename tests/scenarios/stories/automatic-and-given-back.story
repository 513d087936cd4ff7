# Rules 6: a period given back after the deduction day: the next 03:00 renews it again
given practice on 2024-01-10 09:00:00 with 1000.00
given evs disk for 1 month spec ssd disk_gib 100
when set-mode resources disk mode auto months 1
when renew resources disk months 1 pay
when it is 2024-02-05 10:00:00
when unsubscribe-renewals resources disk
then disk expires 2024-02-10 23:59:59
then disk renews auto
when it is 2024-02-06 02:59:59
then disk expires 2024-02-10 23:59:59
when it is 2024-02-06 03:00:00
then disk expires 2024-03-10 23:59:59
