# A1-08: an SMS code to the bound phone sets a new password once; the old password and old waits are over
given practice on 2026-03-02 09:00:00
given huawei-accounts
when send-code purpose register phone 13912345678
when apply-account with secret $code
when decide-application application hw_wenhua.govcloud approve
when set-password link $link with secret $link-secret Yun#Gang-2026
when sign-in login 13912345678 with secret wrong
then refused sign-in.wrong
when sign-in login 13912345678 with secret wrong
then refused sign-in.wrong
when sign-in login 13912345678 with secret wrong
then refused sign-in.wrong
when sign-in login 13912345678 with secret wrong
then refused sign-in.wrong
when sign-in login 13912345678 with secret wrong
then refused sign-in.wrong
when sign-in login 13912345678 with secret Yun#Gang-2026
then refused sign-in.wait
when send-code purpose reset login wenhua@wenhua.example
then value "SELECT address FROM message ORDER BY id DESC LIMIT 1" is 13912345678
when reset-password login hw_wenhua.govcloud with secret $wrong-code Another#Word-7
then refused code.wrong
when reset-password login hw_wenhua.govcloud with secret $code 12345678
then refused password.kinds
when reset-password login hw_wenhua.govcloud with secret $code Another#Word-7
then outbox keeps 0 secrets
when sign-in login 13912345678 with secret Yun#Gang-2026
then refused sign-in.wrong
when sign-in login 13912345678 with secret Another#Word-7
then signed-in is hw_wenhua
