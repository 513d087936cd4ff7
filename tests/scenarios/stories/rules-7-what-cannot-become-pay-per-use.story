# Rules 7: solutions, packages, what is not sold by the hour, what has expired, what is frozen
given practice on 2024-01-10 09:00:00 with 20000.00
given vpc net for 1 month
given web-solution site for 12 months
given evs disk for 1 month spec ssd disk_gib 100
when set-mode resources net mode to-pay-per-use
then refused to-pay-per-use.unsupported
when set-mode resources site mode to-pay-per-use
then refused to-pay-per-use.solution
when set-mode resources site mode auto months 12
then refused set-mode.solution
when set-freeze account demo resource disk freeze violation
when set-mode resources disk mode to-pay-per-use
then refused resource.violation-frozen
when set-freeze account demo resource disk freeze police
when set-mode resources disk mode to-pay-per-use
then refused resource.police-frozen
when set-freeze account demo resource disk freeze none
when set-freeze account demo freeze arrears
when set-mode resources disk mode to-pay-per-use
then refused account.frozen
when set-freeze account demo freeze none
when it is 2024-02-12 09:00:00
when set-mode resources disk mode to-pay-per-use
then refused to-pay-per-use.expired
when set-mode resources disk mode auto months 1
then refused set-mode.expired
when set-mode resources disk mode no-renewal
then disk renews no-renewal
