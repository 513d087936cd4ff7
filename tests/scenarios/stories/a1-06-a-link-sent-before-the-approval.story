# A1-06: before the approval there is no link to activate with
given practice on 2026-03-02 09:00:00
given huawei-accounts
when send-code purpose register phone 13912345678
when apply-account with secret $code
when send-link login hw_wenhua.govcloud purpose activate
then outbox keeps 0 secrets
then value "SELECT count (*) FROM link" is 0
