# A1-02: a restricted Huawei account is turned away
given practice on 2026-03-02 09:00:00
given huawei-accounts
when send-code purpose register phone 13912345678
when apply-account account hw_restricted with secret $code
then refused apply.restricted
