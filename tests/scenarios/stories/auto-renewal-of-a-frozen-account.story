# Rules 3.4, 6: a frozen account renews nothing by itself either, and goes on once it is unfrozen
given practice on 2024-04-15 09:00:00 with 1000.00
given evs disk for 1 month spec ssd disk_gib 100
when set-mode resources disk mode auto months 1
when set-freeze account demo freeze violation
when it is 2024-05-08 03:00:00
then journal has 1 auto-renewal.failed
then disk expires 2024-05-15 23:59:59
when set-freeze account demo freeze none
when it is 2024-05-09 03:00:00
then disk expires 2024-06-15 23:59:59
