# GP-43: a second before the seven days are over the link still activates
given practice on 2026-03-02 09:00:00
given huawei-accounts
when send-code purpose register phone 13912345678
when apply-account with secret $code
when decide-application application hw_wenhua.govcloud approve
when it is 2026-03-09 08:59:59
when set-password link $link with secret $link-secret Yun#Gang-2026
then application hw_wenhua is activated
when sign-in login 13912345678 with secret Yun#Gang-2026
then signed-in is hw_wenhua
