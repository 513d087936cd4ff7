# Rules 1.7: a refund that is asked for in time is decided on its own merits, however long that takes
given practice on 2024-01-01 09:00:00 at V3 with 140000.00
given 2 evs big for 1 month spec ssd disk_gib 32768
when unsubscribe resources big-* reason surplus agreed
then order last is review
when it is 2024-02-20 09:00:00
then order last is review
when decide-order orders last approve
then order last is refunding
when 1 day passes
then order last is completed
then balance is 140000.00
