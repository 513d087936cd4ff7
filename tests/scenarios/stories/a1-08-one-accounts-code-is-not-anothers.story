# A1-08: a reset code of one account does not reset another's password
given practice on 2026-03-02 09:00:00
given huawei-accounts
when set-freeze account hw_police freeze none
when send-code purpose register phone 13912345678
when apply-account with secret $code
when decide-application application hw_wenhua.govcloud approve
when set-password link $link with secret $link-secret Yun#Gang-2026
when send-code purpose register phone 13700000002
when apply-account account hw_police phone 13700000002 email other@unit.example with secret $code
when decide-application application hw_police.govcloud approve
when set-password link $link with secret $link-secret Other#Word-1
when send-code purpose reset login hw_police.govcloud
when reset-password login hw_wenhua.govcloud with secret $code Stolen#Word-1
then refused code.wrong
when reset-password login hw_police.govcloud with secret $code Fresh#Word-1
when sign-in login 13700000002 with secret Fresh#Word-1
then signed-in is hw_police
when sign-in login 13912345678 with secret Yun#Gang-2026
then signed-in is hw_wenhua
