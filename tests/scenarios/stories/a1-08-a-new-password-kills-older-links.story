# A1-08: once a password was reset by code, a link that was sent before sets none
given practice on 2026-03-02 09:00:00
given huawei-accounts
when send-code purpose register phone 13912345678
when apply-account with secret $code
when decide-application application hw_wenhua.govcloud approve
when set-password link $link with secret $link-secret Yun#Gang-2026
when send-link login 13912345678 purpose reset
when remember secret $link-secret
when send-code purpose reset login 13912345678
when reset-password login 13912345678 with secret $code Another#Word-7
then outbox keeps 0 secrets
when set-password link $link with secret $secret Third#Word-77
then refused link.replaced
when sign-in login 13912345678 with secret Another#Word-7
then signed-in is hw_wenhua
