# Guide 4.2.3: the unified day is a setting of the account, saved whether or not anything is paid (A1-23)
given practice on 2024-03-10 09:00:00 with 1000.00
given vpc net for 1 month
when set-unified-day day 15
then value "SELECT unified_day FROM account WHERE key = 'demo'" is 15
when renew resources net months 1 unify
then order last is unpaid
when cancel orders last
then value "SELECT unified_day FROM account WHERE key = 'demo'" is 15
when set-unified-day day 0
then refused day
when set-unified-day day 29
then refused day
