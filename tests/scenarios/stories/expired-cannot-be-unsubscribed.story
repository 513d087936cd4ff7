# Rules 3.4: what is past its expiry is not unsubscribed but renewed or released
given practice on 2024-03-30 09:00:00 with 1000.00
given vpc net for 1 month
when it is 2024-05-02 09:00:00
when unsubscribe resources net reason surplus agreed
then refused unsubscribe.expired
when set-mode resources net mode auto months 1
then refused set-mode.expired
when renew resources net months 1 pay
then net is in-use
