# A1-06: a new link kills the old one; a used and an unknown link are told apart from both
given practice on 2026-03-02 09:00:00
given huawei-accounts
when send-code purpose register phone 13912345678
when apply-account with secret $code
when decide-application application hw_wenhua.govcloud approve
when remember old $link
when remember old-secret $link-secret
when send-link login hw_wenhua.govcloud purpose activate
then outbox keeps 1 secrets
when set-password link $old with secret $old-secret Yun#Gang-2026
then refused link.replaced
when set-password link no-such-link with secret $old-secret Yun#Gang-2026
then refused link.unknown
when set-password link $link with secret $old-secret Yun#Gang-2026
then refused link.unknown
when remember new-secret $link-secret
when set-password link $link with secret $new-secret Yun#Gang-2026
when set-password link $link with secret $new-secret Another#Word-7
then refused link.used
