# Rules 1.7: rejected after its resources' retention ended: nothing is left, and nothing comes back
given practice on 2024-01-01 09:00:00 at V3 with 140000.00
given 2 evs big for 1 month spec ssd disk_gib 32768
when unsubscribe resources big-* reason surplus agreed
when it is 2024-02-20 09:00:00
when decide-order orders last reason "was used"
then order last is cancelled
when 1 day passes
then balance is 74464.00
then resources has 2 released
