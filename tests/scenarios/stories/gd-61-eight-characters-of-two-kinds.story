# GD-61: eight characters of two of the four kinds are enough
given practice on 2026-03-02 09:00:00
given huawei-accounts
when send-code purpose register phone 13912345678
when apply-account with secret $code
when decide-application application hw_wenhua.govcloud approve
when set-password link $link with secret $link-secret yungang7
then application hw_wenhua is activated
when sign-in login wenhua@wenhua.example with secret yungang7
then signed-in is hw_wenhua
