# Five wrong passwords: a minute to wait; a try meanwhile is not looked at and doubles the wait
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
when sign-in login wenhua@wenhua.example with secret wrong-4
then refused sign-in.wrong
when sign-in login 13912345678 with secret wrong-5
then refused sign-in.wrong
when 59 seconds pass
when sign-in login 13912345678 with secret Yun#Gang-2026
then refused sign-in.wait
when 1 second passes
when sign-in login hw_wenhua.govcloud with secret Yun#Gang-2026
then refused sign-in.wait
when 3 minutes pass
when sign-in login hw_wenhua.govcloud with secret Yun#Gang-2026
then signed-in is hw_wenhua
