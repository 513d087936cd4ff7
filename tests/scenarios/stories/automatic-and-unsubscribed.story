# What is unsubscribed renews itself no more
given practice on 2024-01-10 09:00:00 with 1000.00
given evs disk for 1 month spec ssd disk_gib 100
when set-mode resources disk mode auto months 1
when unsubscribe resources disk reason surplus agreed
when it is 2024-02-20 09:00:00
then balance is 1000.00
then disk is unsubscribed
then journal has 0 auto-renewal.failed
