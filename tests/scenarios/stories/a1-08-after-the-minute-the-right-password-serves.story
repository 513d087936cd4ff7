# Five wrong passwords and a minute later the right one signs in, and the count begins anew
given practice on 2026-03-02 09:00:00
given huawei-accounts
when send-code purpose register phone 13912345678
when apply-account with secret $code
when decide-application application hw_wenhua.govcloud approve
when set-password link $link with secret $link-secret Yun#Gang-2026
when sign-in login 13912345678 with secret wrong-1
then refused sign-in.wrong
when sign-in login 13912345678 with secret wrong-2
then refused sign-in.wrong
when sign-in login 13912345678 with secret wrong-3
then refused sign-in.wrong
when sign-in login 13912345678 with secret wrong-4
then refused sign-in.wrong
when sign-in login 13912345678 with secret wrong-5
then refused sign-in.wrong
when 60 seconds pass
when sign-in login 13912345678 with secret Yun#Gang-2026
then signed-in is hw_wenhua
when sign-in login 13912345678 with secret wrong-6
then refused sign-in.wrong
when sign-in login 13912345678 with secret Yun#Gang-2026
then signed-in is hw_wenhua
