# Rules 6: after the deduction day the next 03:00 counts; on the expiry day before 03:00 too
given practice on 2024-04-15 09:00:00 with 1000.00
given evs a for 1 month spec ssd disk_gib 100
given evs b for 1 month spec ssd disk_gib 100
when it is 2024-05-10 10:00:00
when set-mode resources a mode auto months 1
then a expires 2024-05-15 23:59:59
when it is 2024-05-11 02:59:59
then a expires 2024-05-15 23:59:59
when it is 2024-05-11 03:00:00
then a expires 2024-06-15 23:59:59
when it is 2024-05-15 02:00:00
when set-mode resources b mode auto months 1
when it is 2024-05-15 02:59:59
then b expires 2024-05-15 23:59:59
when it is 2024-05-15 03:00:00
then b expires 2024-06-15 23:59:59
