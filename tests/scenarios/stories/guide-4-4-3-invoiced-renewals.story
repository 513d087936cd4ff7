# Guide 4.4.3: invoiced renewals of the marketplace and of a partner stay; paid from the balance they come back
given practice on 2024-01-10 09:00:00 with 1000.00
given market-audit audit for 1 month
given evs a for 1 month spec ssd disk_gib 100
given evs b for 1 month spec ssd disk_gib 100
when renew resources audit months 1 pay
when mark-order order last mark invoiced on
when unsubscribe-renewals resources audit
then refused give-back.invoiced
when renew resources a months 1 pay
when mark-order order last mark partner-paid on
when unsubscribe-renewals resources a
then plan returns 100
when renew resources a months 1 pay
when mark-order order last mark partner-paid on
when mark-order order last mark invoiced on
when unsubscribe-renewals resources a
then refused give-back.invoiced
when renew resources b months 1 pay
when mark-order order last mark invoiced on
when unsubscribe-renewals resources b
then plan returns 100
