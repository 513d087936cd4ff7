# A1-15: frozen for arrears, a violation or by the police, an account neither orders nor pays; cancelling stays possible
given practice on 2024-05-06 09:00:00 with 100.00
given vpc net for 1 month
when order offer vpc spec standard name a months 1
when order-for-customer offer vpc spec standard name b months 1
when set-freeze freeze arrears
when set-freeze freeze arrears
then refused freeze.same
when order offer vpc spec standard name c months 1
then refused account.frozen
when pay orders 2
then refused account.frozen
when set-freeze freeze violation
when confirm-order orders last accept
then refused account.frozen
when renew resources net months 1
then refused account.frozen
when set-freeze freeze police
when unsubscribe resources net reason surplus agreed
then refused account.frozen
when cancel orders 2
then order 2 is cancelled
when set-freeze freeze none
when renew resources net months 1 pay
then net expires 2024-07-06 23:59:59
