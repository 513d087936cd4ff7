# Rules 1.7, 6: nothing is renewed while its refund is looked at; rejected, it goes on the next day
given practice on 2024-01-01 09:00:00 with 140000.00
given 2 evs big for 1 month spec ssd disk_gib 32768
when set-mode resources big-* mode auto months 1
when unsubscribe resources big-* reason surplus agreed
then plan returns 65536.00
then order last is review
when it is 2024-01-25 03:00:00
then journal has 2 auto-renewal.failed
then value "SELECT DISTINCT json_extract (body, '$.rule') FROM journal WHERE kind = 'auto-renewal.failed'" is resource.order-in-process
when decide-order orders last reason "still needed"
when it is 2024-01-26 03:00:00
then big-0001 expires 2024-03-01 23:59:59
then big-0002 expires 2024-03-01 23:59:59
then balance is 8928.00
