# Guide 4.4.3: attached after the renewal, the period cannot be given back alone
given practice on 2024-01-10 09:00:00 with 2000.00
given ecs app for 1 month disk_gib 40
when renew resources app months 1 pay
when attach resource app offer evs name data amount 100 pay
when 4 seconds pass
then data is in-use
when unsubscribe-renewals resources app
then refused give-back.attached
when unsubscribe resources app reason surplus agreed
then data is unsubscribed
