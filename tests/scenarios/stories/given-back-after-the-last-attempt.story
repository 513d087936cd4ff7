# Rules 6: given back on its last day after 03:00, nothing is left to renew it, and the check finds that sound
given practice on 2024-01-10 09:00:00 with 1000.00
given evs disk for 1 month spec ssd disk_gib 100
when set-mode resources disk mode auto months 1
when renew resources disk months 1 pay
when it is 2024-02-10 07:50:00
when unsubscribe-renewals resources disk
then disk expires 2024-02-10 23:59:59
then disk renews auto
