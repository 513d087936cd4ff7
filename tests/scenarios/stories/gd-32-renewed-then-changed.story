# GD-32: after renew and change only the whole resource comes back
given practice on 2024-01-10 09:00:00 with 2000.00
given evs disk for 1 month spec ssd disk_gib 100
when it is 2024-01-15 09:00:00
when renew resources disk months 1 pay
when it is 2024-01-16 09:00:00
when change resource disk amount 200 pay
when 4 seconds pass
when it is 2024-01-17 09:00:00
when unsubscribe-renewals resources disk
then refused give-back.changed
when unsubscribe resources disk reason not-suitable agreed
then disk is unsubscribed
