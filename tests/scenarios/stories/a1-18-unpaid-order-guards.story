# A1-18: a resource in an unpaid order refuses every other command, and is free again when the order is cancelled
given practice on 2024-03-01 08:00:00 with 1000.00
given vpc net for 1 month
when renew resources net months 1
then order last is unpaid
when renew resources net months 2
then refused resource.unpaid-order
when set-mode resources net mode auto months 1
then refused resource.unpaid-order
when unsubscribe resources net reason surplus agreed
then refused resource.unpaid-order
when cancel orders last
then order last is cancelled
when set-mode resources net mode auto months 1
then net renews auto
