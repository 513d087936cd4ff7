# A1-08, GP-43: a mail link sets a new password within seven days
given practice on 2026-03-02 09:00:00
given huawei-accounts
when send-code purpose register phone 13912345678
when apply-account with secret $code
when decide-application application hw_wenhua.govcloud approve
when set-password link $link with secret $link-secret Yun#Gang-2026
when send-link login 13912345678 purpose reset
when remember old-link $link
when remember old-secret $link-secret
when it is 2026-03-09 09:00:00
when set-password link $old-link with secret $old-secret Third#Word-77
then refused link.expired
when send-link login hw_wenhua.govcloud purpose reset
when set-password link $link with secret $link-secret Third#Word-77
when sign-in login wenhua@wenhua.example with secret Third#Word-77
then signed-in is hw_wenhua
then outbox keeps 0 secrets
