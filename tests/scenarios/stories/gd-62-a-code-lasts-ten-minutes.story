# GD-62, A1-04: a code serves for ten minutes less a second; then it is expired and the outbox forgets it
given practice on 2026-03-02 09:00:00
given huawei-accounts
when send-code purpose register phone 13912345678
when remember right $code
when it is 2026-03-02 09:09:59
then outbox keeps 1 secrets
when 1 second passes
then outbox keeps 0 secrets
when apply-account with secret $right
then refused code.wrong
when send-code purpose register phone 13912345678
when it is 2026-03-02 09:19:59
when apply-account with secret $code
then application hw_wenhua is submitted
