# Rules 5.1: packages take no part in the unified expiry, nor in going over to pay-per-use
given practice on 2024-01-10 09:00:00 with 100.00
given traffic-package gb for 1 month
when renew resources gb months 1 unify
then refused renew.unify-package
when set-mode resources gb mode to-pay-per-use
then refused to-pay-per-use.package
when renew resources gb months 1 pay
then gb expires 2024-03-10 23:59:59
