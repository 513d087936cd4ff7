# A1-06: while an application is submitted or approved no other is taken, and it is decided once
given practice on 2026-03-02 09:00:00
given huawei-accounts
when decide-application application hw_wenhua.govcloud approve
then refused application.unknown
when send-code purpose register phone 13912345678
when apply-account with secret $code
when 60 seconds pass
when send-code purpose register phone 13912345678
when apply-account with secret $code
then refused apply.submitted
when decide-application application hw_wenhua.govcloud approve
when apply-account with secret $code
then refused apply.approved
when decide-application application hw_wenhua.govcloud reason 太晚
then refused application.decided
