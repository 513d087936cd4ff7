# A1-04: sixty seconds lie between two codes also when the first was used at once
given practice on 2026-03-02 09:00:00
given huawei-accounts
when send-code purpose register phone 13912345678
when apply-account with secret $code
when send-code purpose register phone 13912345678
then refused code.too-soon
