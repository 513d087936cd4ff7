# Rules 3.1: while a special unsubscription is applied for, the ordinary one waits
given practice on 2024-01-01 08:00:00 with 1000.00
given evs disk for 1 month spec ssd disk_gib 100
when mark-order order last mark special on
when unsubscribe resources disk reason surplus agreed
then refused unsubscribe.special
when mark-order order last mark special
when unsubscribe resources disk reason surplus agreed
then disk is unsubscribed
