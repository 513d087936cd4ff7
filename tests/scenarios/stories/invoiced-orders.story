# Rules 11: an invoice keeps what was paid with flexi coupons; what was paid from the balance comes back all the same
given practice on 2024-01-01 08:00:00 with 1000.00
when grant-coupon account demo kind flexi name F50 amount 50 expiry 2024-12-31
given evs a for 1 month spec ssd disk_gib 100
when order offer evs spec ssd disk_gib 100 name b months 1
when pay orders last flexi F50
when 4 seconds pass
given market-audit audit for 1 month
when mark-order order 1 mark invoiced on
when mark-order order 2 mark invoiced on
when mark-order order 3 mark invoiced on
when mark-order order 3 mark invoiced on
then refused mark.same
when unsubscribe resources b reason surplus agreed
then refused unsubscribe.invoiced
when unsubscribe resources audit reason surplus agreed
then refused unsubscribe.invoiced
when unsubscribe resources a reason surplus agreed
then plan returns 100
when mark-order order 2 mark invoiced
when unsubscribe resources b reason surplus agreed
then plan returns 100
