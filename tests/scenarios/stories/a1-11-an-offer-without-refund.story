# A1-11: what is sold as a promotion without refund is never given back, not even within five days
given practice on 2024-05-06 09:00:00 with 100.00
given ecs-offer web for 12 months
then balance is 1.00
when unsubscribe resources web reason surplus agreed
then refused unsubscribe.no-refund
then web is in-use
