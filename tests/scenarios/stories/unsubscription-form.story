# A2-23: a reason has to be chosen, 其他 needs a text, and the data has to be known to be saved
given practice on 2024-01-01 08:00:00 with 1000.00
given vpc net for 1 month
when unsubscribe resources net reason other agreed
then refused unsubscribe.no-reason
when unsubscribe resources net reason surplus
then refused unsubscribe.not-agreed
when unsubscribe resources net reason other reason_text "moved to another room" agreed
then net is unsubscribed
