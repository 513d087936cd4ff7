# A1-08: a code for a registration does not reset a password
given practice on 2026-03-02 09:00:00
given huawei-accounts
when send-code purpose register phone 13912345678
when apply-account with secret $code
when decide-application application hw_wenhua.govcloud approve
when set-password link $link with secret $link-secret Yun#Gang-2026
when 60 seconds pass
when send-code purpose register phone 13912345678
when reset-password login 13912345678 with secret $code Another#Word-7
then refused code.wrong
