# A1-02: only the first opening counts; what was opened already, and what does not exist, are told apart
given practice on 2026-03-02 09:00:00
given huawei-accounts
when send-code purpose register phone 13912345678
when apply-account account demo with secret $code
then refused apply.opened
when apply-account account hw_nobody with secret $code
then refused account.unknown
