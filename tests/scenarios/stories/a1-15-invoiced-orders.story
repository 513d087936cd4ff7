# Rules 3.1, 11: an invoice stands in the way of what was paid with 现金券 or by a partner, not of what cash paid
given practice on 2024-05-06 09:00:00 with 100.00
given flexi coin 5.00
given vpc cash for 1 month
when mark-order order last mark invoiced on
when order offer vpc spec standard name flexi months 1
when pay orders last flexi coin
when 4 seconds pass
when mark-order order last mark invoiced on
when order offer vpc spec standard name partner months 1
when mark-order order last mark partner-paid on
when pay orders last
when 4 seconds pass
when mark-order order last mark invoiced on
when unsubscribe resources flexi reason surplus agreed
then refused unsubscribe.invoiced
when unsubscribe resources partner reason surplus agreed
then refused unsubscribe.invoiced
when unsubscribe resources cash reason surplus agreed
then cash is unsubscribed
