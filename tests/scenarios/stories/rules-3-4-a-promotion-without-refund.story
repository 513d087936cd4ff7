# Rules 3.4: what was bought with a promotion without refund is not given back
given practice on 2024-05-06 09:00:00 with 1000.00
given promotion spring 8000 no_refund
given evs disk for 1 month spec ssd disk_gib 100
then balance is 920.00
when unsubscribe resources disk reason surplus agreed
then refused unsubscribe.promotion
