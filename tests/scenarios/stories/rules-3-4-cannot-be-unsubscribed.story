# Rules 3.4: each published reason
given practice on 2024-01-10 08:00:00 at V3 with 5000.00
when order offer dns-basic spec basic name zone months 1
when 4 seconds pass
when withdraw-offer offer cce-trial
given cce-trial learn for 1 month
given ssl-certificate cert for 12 months
given domain site for 12 months
given traffic-package gb for 1 month
given evs disk for 1 month spec ssd disk_gib 100
when order offer eip spec 5_bgp name ip pay_per_use bandwidth 5
when unsubscribe resources zone reason surplus agreed
then refused unsubscribe.free
when unsubscribe resources learn reason surplus agreed
then refused unsubscribe.trial
when unsubscribe resources cert reason surplus agreed
then refused unsubscribe.one-time
when unsubscribe resources site reason surplus agreed
then refused unsubscribe.excluded
when unsubscribe resources gb reason surplus agreed
then refused unsubscribe.package
when unsubscribe resources ip reason surplus agreed
then refused resource.pay-per-use
when change resource disk amount 200 pay
when unsubscribe resources disk reason surplus agreed
then refused resource.order-in-process
when 4 seconds pass
when it is 2024-02-12 08:00:00
when unsubscribe resources disk reason surplus agreed
then refused unsubscribe.expired
when it is 2024-02-20 08:00:00
when unsubscribe resources disk reason surplus agreed
then refused unsubscribe.expired
when release resources disk
when unsubscribe resources disk reason surplus agreed
then refused resource.gone
