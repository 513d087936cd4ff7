# A1-08: what is not activated yet has no password to forget: nothing is sent, and nothing says so
given practice on 2026-03-02 09:00:00
given huawei-accounts
when send-code purpose register phone 13912345678
when apply-account with secret $code
when decide-application application hw_wenhua.govcloud approve
when send-code purpose reset login 13912345678
when send-link login 13912345678 purpose reset
then outbox keeps 1 secrets
then outbox has 0 code.reset
when set-password link $link with secret $link-secret Yun#Gang-2026
then application hw_wenhua is activated
