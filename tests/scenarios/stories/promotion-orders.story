# Rules 3.4: what a promotion or its offer excludes
given practice on 2024-01-01 08:00:00 with 1000.00
given evs disk for 1 month spec ssd disk_gib 100
given ecs-offer cheap for 12 months
when mark-order order 1 mark promotion on
when unsubscribe resources disk reason surplus agreed
then refused unsubscribe.promotion
when unsubscribe resources cheap reason surplus agreed
then refused unsubscribe.no-refund
