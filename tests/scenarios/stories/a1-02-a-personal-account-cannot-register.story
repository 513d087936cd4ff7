# A1-02: the zone is for enterprises; a personal Huawei account is turned away with that reason
given practice on 2026-03-02 09:00:00
given huawei-accounts
when send-code purpose register phone 13912345678
when apply-account account hw_personal with secret $code
then refused apply.personal
then outbox keeps 1 secrets
