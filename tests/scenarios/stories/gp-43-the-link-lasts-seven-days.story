# GP-43: the activation link serves until seven days after it was sent, to the second, and not then
given practice on 2026-03-02 09:00:00
given huawei-accounts
when send-code purpose register phone 13912345678
when apply-account with secret $code
when decide-application application hw_wenhua.govcloud approve
when remember secret $link-secret
when it is 2026-03-09 08:59:59
then outbox keeps 1 secrets
when 1 second passes
then outbox keeps 0 secrets
when set-password link $link with secret $secret Yun#Gang-2026
then refused link.expired
then application hw_wenhua is approved
