# A1-04: the fifth wrong try voids the code; then the right one is wrong too, and the outbox no longer holds it
given practice on 2026-03-02 09:00:00
given huawei-accounts
when send-code purpose register phone 13912345678
when remember right $code
when remember wrong $wrong-code
when apply-account with secret $wrong
then refused code.wrong
when apply-account with secret $wrong
then refused code.wrong
when apply-account with secret $wrong
then refused code.wrong
when apply-account with secret $wrong
then refused code.wrong
then outbox keeps 1 secrets
when apply-account with secret $wrong
then refused code.wrong
then outbox keeps 0 secrets
when apply-account with secret $right
then refused code.wrong
when 60 seconds pass
when send-code purpose register phone 13912345678
when apply-account with secret $code
then application hw_wenhua is submitted
