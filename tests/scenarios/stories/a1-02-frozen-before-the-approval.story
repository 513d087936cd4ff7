# A1-02: the conditions are asked again when the reviewer approves
given practice on 2026-03-02 09:00:00
given huawei-accounts
when send-code purpose register phone 13912345678
when apply-account with secret $code
when set-freeze account hw_wenhua freeze violation
when decide-application application hw_wenhua.govcloud approve
then refused apply.frozen-violation
then application hw_wenhua is submitted
when set-freeze account hw_wenhua freeze none
when decide-application application hw_wenhua.govcloud approve
then application hw_wenhua is approved
