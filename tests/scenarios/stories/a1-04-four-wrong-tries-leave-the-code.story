# A1-04: after four wrong tries the code still serves
given practice on 2026-03-02 09:00:00
given huawei-accounts
when send-code purpose register phone 13912345678
when remember right $code
when apply-account with secret $wrong-code
then refused code.wrong
when apply-account with secret $wrong-code
then refused code.wrong
when apply-account with secret $wrong-code
then refused code.wrong
when apply-account with secret $wrong-code
then refused code.wrong
when apply-account with secret $right
then application hw_wenhua is submitted
