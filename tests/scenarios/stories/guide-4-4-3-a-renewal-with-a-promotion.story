# Guide 4.4.3: a renewal that took part in a promotion is not given back; the one before it, and the resource whole, may be
given practice on 2024-05-06 09:00:00 with 200.00
when order offer vpc spec standard name net months 1
when pay orders last
when 10 seconds pass
when renew resources net months 1 pay
given promotion spring 8500
when renew resources net months 1 pay
when unsubscribe-renewals resources net
then refused give-back.promotion
when unsubscribe resources net reason surplus agreed
then order last is refunding
