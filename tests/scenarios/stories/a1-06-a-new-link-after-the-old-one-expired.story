# A1-06: an expired link is replaced by a new one with seven days of its own
given practice on 2026-03-02 09:00:00
given huawei-accounts
when send-code purpose register phone 13912345678
when apply-account with secret $code
when decide-application application hw_wenhua.govcloud approve
when remember old $link
when remember old-secret $link-secret
when it is 2026-03-20 10:00:00
when send-link login hw_wenhua.govcloud purpose activate
then outbox has 2 application.activate
when set-password link $old with secret $old-secret Yun#Gang-2026
then refused link.expired
when it is 2026-03-27 09:59:59
when set-password link $link with secret $link-secret Yun#Gang-2026
then application hw_wenhua is activated
