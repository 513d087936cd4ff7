# Guide 1 and 2, A1-06: applied for, rejected, corrected, approved, activated by the mail's link, signed in
given practice on 2026-03-02 09:00:00
given huawei-accounts
when sign-out
when send-code purpose register phone 13912345678
when apply-account account hw_wenhua unit_kind institution applicant 王文 phone 13912345678 email wenhua@wenhua.example needs 华北 with secret $code
then application hw_wenhua is submitted
then outbox keeps 0 secrets
when decide-application application hw_wenhua.govcloud
then refused application.no-reason
when decide-application application hw_wenhua.govcloud reason 请写明区域
then application hw_wenhua is rejected
then outbox has 2 application.rejected
when send-code purpose register phone 13912345678
then refused code.too-soon
when 60 seconds pass
when send-code purpose register phone 13912345678
when apply-account account hw_wenhua unit_kind institution applicant 王文 phone 13912345678 email wenhua@wenhua.example needs 华北-北京四 with secret $code
when decide-application application hw_wenhua.govcloud approve
then application hw_wenhua is approved
then outbox has 1 application.activate
then outbox has 1 application.approved
when as signed-in top-up amount 1.00
then refused "Nobody is signed in"
when set-password link $link with secret $link-secret Yun#Gang-2026
then application hw_wenhua is activated
then signed-in is nobody
when sign-in login hw_wenhua.govcloud with secret Yun#Gang-2026
then signed-in is hw_wenhua
when as signed-in top-up amount 1.00
then outbox keeps 0 secrets
