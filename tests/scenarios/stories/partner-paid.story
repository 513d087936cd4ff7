# Rules 1.8: what a partner paid goes back to the partner; invoiced, it does not come back at all
given practice on 2024-01-01 08:00:00 with 1000.00
given evs a for 1 month spec ssd disk_gib 100
given evs b for 1 month spec ssd disk_gib 100
when mark-order order 1 mark partner-paid on
when mark-order order 2 mark partner-paid on
when mark-order order 2 mark invoiced on
when unsubscribe resources b reason surplus agreed
then refused unsubscribe.invoiced
when unsubscribe resources a reason surplus agreed
then order last is refunding
when 1 day passes
then order last is completed
then balance is 800.00
