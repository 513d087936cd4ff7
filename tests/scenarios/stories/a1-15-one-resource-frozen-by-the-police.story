# A1-15, rules 7: the police's freeze of one resource stops that one, also its release after the expiry; others go on
given practice on 2024-05-06 09:00:00 with 100.00
given vpc held for 1 month
given vpc free for 1 month
when set-freeze resource held freeze police
then held frozen-by police
when unsubscribe resources held reason surplus agreed
then refused resource.police-frozen
when renew resources held months 1
then refused resource.police-frozen
when renew resources free months 1
when cancel orders last
when it is 2024-06-08 09:00:00
when release resources held
then refused resource.police-frozen
when release resources free
then free is released
