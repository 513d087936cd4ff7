# Guide 4.4.3: each reason for which a renewal period cannot be given back alone
given practice on 2024-01-10 09:00:00 with 2000.00
given website site for 1 month
given evs disk for 1 month spec ssd disk_gib 100
when grant-coupon account demo kind flexi name F50 amount 50 expiry 2024-12-31
when unsubscribe-renewals resources disk
then refused give-back.no-period
when renew resources site months 1 pay
when unsubscribe-renewals resources site
then refused give-back.service
when renew resources disk months 1
when pay orders last flexi F50
when mark-order order last mark invoiced on
when unsubscribe-renewals resources disk
then refused give-back.invoiced
when mark-order order last mark invoiced
when mark-order order last mark promotion on
when unsubscribe-renewals resources disk
then refused give-back.promotion
when mark-order order last mark promotion
when unsubscribe-renewals resources disk expiries tomorrow
then refused give-back.date
when unsubscribe-renewals resources disk expiries 2024-02-09
then refused give-back.not-a-choice
when set-freeze account demo freeze police
when unsubscribe-renewals resources disk
then refused account.frozen
when set-freeze account demo freeze none
when set-freeze account demo resource disk freeze police
when unsubscribe-renewals resources disk
then refused resource.police-frozen
when set-freeze account demo resource disk freeze none
when renew resources disk months 1
when unsubscribe-renewals resources disk
then refused resource.unpaid-order
when cancel orders last
when it is 2024-02-11 00:00:00
when unsubscribe-renewals resources disk
then refused give-back.no-period
