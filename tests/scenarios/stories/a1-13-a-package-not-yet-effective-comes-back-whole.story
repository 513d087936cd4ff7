# Rules 3.1, A2-26: what has not begun comes back in full without quota; once it is in effect it stays
given practice on 2024-05-06 09:00:00 with 10.00
when order offer cdn-package spec 2 name flow months 12 starts "2024-05-08 12:00:00"
when pay orders last
when 4 seconds pass
when unsubscribe resources flow reason surplus agreed
then refused unsubscribe.not-effective
when unsubscribe-pending resources flow reason surplus agreed
then plan returns 5.55
then plan fees 0.00
when it is 2024-05-07 10:00:00
then balance is 10.00
then flow is unsubscribed
when order offer cdn-package spec 2 name flow2 months 12 starts "2024-05-08 12:00:00"
when pay orders last
when it is 2024-05-08 12:00:00
when unsubscribe-pending resources flow2 reason surplus agreed
then refused pending.in-effect
when unsubscribe resources flow2 reason surplus agreed
then refused unsubscribe.package
