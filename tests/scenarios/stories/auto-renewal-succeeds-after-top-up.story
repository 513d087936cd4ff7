# Rules 6: a failed deduction succeeds the day after the balance suffices; the term starts at the old expiry
given practice on 2024-04-30 09:00:00 with 150.00
given evs disk for 1 month spec ssd disk_gib 100
when set-mode resources disk mode auto months 1
when it is 2024-05-25 09:00:00
then journal has 3 auto-renewal.failed
when top-up amount 100.00
when it is 2024-05-26 03:00:00
then disk expires 2024-06-30 23:59:59
then order last is completed
then order last from system
then balance is 50.00
