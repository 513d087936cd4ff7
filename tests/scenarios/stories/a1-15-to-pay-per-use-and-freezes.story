# Rules 7: what is frozen for a violation or by the police, or belongs to a frozen account, is not set to pay-per-use
given practice on 2024-05-06 09:00:00 with 200.00
given evs disk for 1 month spec ssd disk_gib 100
when set-freeze resource disk freeze violation
when set-mode resources disk mode to-pay-per-use
then refused resource.violation-frozen
when set-freeze resource disk freeze police
when set-mode resources disk mode to-pay-per-use
then refused resource.police-frozen
when set-freeze resource disk freeze none
when set-freeze freeze arrears
when set-mode resources disk mode to-pay-per-use
then refused account.frozen
when set-freeze freeze none
when set-mode resources disk mode to-pay-per-use
then disk renews to-pay-per-use
