# A1-03: a phone or an e-mail that another application asks for is taken as well, until that one is rejected
given practice on 2026-03-02 09:00:00
given huawei-accounts
when set-freeze account hw_police freeze none
when send-code purpose register phone 13912345678
when apply-account with secret $code
when 60 seconds pass
when send-code purpose register phone 13912345678
when apply-account account hw_police email other@unit.example with secret $code
then refused apply.phone-taken
when 60 seconds pass
when send-code purpose register phone 13700000002
when apply-account account hw_police phone 13700000002 with secret $code
then refused apply.email-taken
when decide-application application hw_wenhua.govcloud approve
when set-password link $link with secret $link-secret Yun#Gang-2026
then application hw_wenhua is activated
