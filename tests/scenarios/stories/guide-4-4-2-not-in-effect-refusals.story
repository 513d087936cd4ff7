# Guide 4.4.2: other order, special, invoiced with flexi coupons, promotion, police
given practice on 2024-01-10 09:00:00 with 200.00
when grant-coupon account demo kind flexi name F5 amount 5 expiry 2024-12-31
when order offer traffic-package spec 10 name gb months 1 starts "2024-03-01 00:00:00"
when pay orders last flexi F5
when 4 seconds pass
when mark-order order 1 mark special on
when unsubscribe-pending resources gb reason surplus agreed
then refused unsubscribe.special
when mark-order order 1 mark special
when mark-order order 1 mark invoiced on
when unsubscribe-pending resources gb reason surplus agreed
then refused unsubscribe.invoiced
when mark-order order 1 mark invoiced
when mark-order order 1 mark promotion on
when unsubscribe-pending resources gb reason surplus agreed
then refused unsubscribe.promotion
when mark-order order 1 mark promotion
when set-freeze account demo freeze police
when unsubscribe-pending resources gb reason surplus agreed
then refused account.frozen
when set-freeze account demo freeze none
when set-freeze account demo resource gb freeze police
when unsubscribe-pending resources gb reason surplus agreed
then refused resource.police-frozen
when set-freeze account demo resource gb freeze none
when renew resources gb months 1
when unsubscribe-pending resources gb reason surplus agreed
then refused resource.unpaid-order
when cancel orders last
when unsubscribe-pending resources gb reason surplus agreed
then plan returns 7.50
