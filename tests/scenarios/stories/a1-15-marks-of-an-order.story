# A1-15, rules 3.4: special unsubscription and promotion stand in the way; marks are set and taken away once
given practice on 2024-05-06 09:00:00 with 100.00
when order offer vpc spec standard name net months 1
when mark-order order last mark special on
then refused mark.not-paid
when pay orders last
when 4 seconds pass
when mark-order order last mark special on
when mark-order order last mark special on
then refused mark.same
when unsubscribe resources net reason surplus agreed
then refused unsubscribe.special
when mark-order order last mark special
when mark-order order last mark promotion on
when unsubscribe resources net reason surplus agreed
then refused unsubscribe.promotion
when mark-order order last mark promotion
when unsubscribe resources net reason surplus agreed
then net is unsubscribed
when mark-order order last mark promotion on
then refused mark.refund
