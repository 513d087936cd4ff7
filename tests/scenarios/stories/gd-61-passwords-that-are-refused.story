# GD-61: the user name reversed, digits only, seven and thirty-three characters, phone or e-mail inside; nothing is used up
given practice on 2026-03-02 09:00:00
given huawei-accounts
when send-code purpose register phone 13912345678
when apply-account with secret $code
when decide-application application hw_wenhua.govcloud approve
when set-password link $link with secret $link-secret duolcvog.auhnew_wh
then refused password.name
when set-password link $link with secret $link-secret hw_wenhua.govcloud
then refused password.name
when set-password link $link with secret $link-secret 2026030212
then refused password.kinds
when set-password link $link with secret $link-secret Abc#123
then refused password.length
when set-password link $link with secret $link-secret Abcdefgh#123456789012345678901234
then refused password.length
when set-password link $link with secret $link-secret Yun#13912345678
then refused password.contact
when set-password link $link with secret $link-secret Wenhua@wenhua.example1
then refused password.contact
when set-password link $link with secret $link-secret
then refused secret.missing
when set-password link $link with secret $link-secret Abcdefgh#12345678901234567890123
then application hw_wenhua is activated
