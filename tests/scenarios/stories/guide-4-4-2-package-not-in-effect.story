# Guide 4.4.2: bought on top for later: in full, without a fee, with the voucher, without quota
given practice on 2024-01-10 09:00:00 with 100.00
given traffic-package gb for 1 month
when grant-coupon account demo kind voucher name V5 amount 5 expiry 2024-12-31
when order offer traffic-package spec 10 name more months 1 starts "2024-02-11 00:00:00"
when pay orders last voucher V5
then plan pays 2.50
when 4 seconds pass
when unsubscribe resources more reason surplus agreed
then refused unsubscribe.not-effective
when unsubscribe-pending resources gb reason surplus agreed
then refused pending.in-effect
when it is 2024-02-10 23:59:59
when unsubscribe-pending resources more reason surplus agreed
then plan returns 2.50
then plan vouchers 5
then plan fees 0
then value "SELECT count (*) FROM quota WHERE used > 0" is 0
then more is unsubscribed
when 1 day passes
then coupon V5 has 5
then balance is 92.50
