# A1-06: for an account that is active already no activation link is sent, and nothing says so
given practice on 2026-03-02 09:00:00
given huawei-accounts
when send-code purpose register phone 13912345678
when apply-account with secret $code
when decide-application application hw_wenhua.govcloud approve
when set-password link $link with secret $link-secret Yun#Gang-2026
when send-link login hw_wenhua.govcloud purpose activate
then outbox has 1 application.activate
then outbox keeps 0 secrets
