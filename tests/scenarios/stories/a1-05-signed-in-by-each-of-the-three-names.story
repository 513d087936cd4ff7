# Guide 2: phone, e-mail and user name all sign in, and none of them before the activation
given practice on 2026-03-02 09:00:00
given huawei-accounts
when send-code purpose register phone 13912345678
when apply-account with secret $code
when decide-application application hw_wenhua.govcloud approve
when sign-in login 13912345678 with secret Yun#Gang-2026
then refused sign-in.wrong
when set-password link $link with secret $link-secret Yun#Gang-2026
when sign-in login "+86 139 1234 5678" with secret Yun#Gang-2026
then signed-in is hw_wenhua
when as signed-in sign-out
then signed-in is nobody
when sign-in login WENHUA@wenhua.example with secret Yun#Gang-2026
then signed-in is hw_wenhua
when as signed-in sign-out
when sign-in login hw_wenhua.govcloud with secret yun#gang-2026
then refused sign-in.wrong
when sign-in login hw_wenhua.govcloud with secret Yun#Gang-2026
then signed-in is hw_wenhua
then journal has 3 account.signed-in
