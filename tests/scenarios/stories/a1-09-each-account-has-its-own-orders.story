# A1-09: what an account orders is its own, and the journal names who did it
given practice on 2026-03-02 09:00:00 with 100.00
given huawei-accounts
given vpc net for 1 month
when send-code purpose register phone 13912345678
when apply-account with secret $code
when decide-application application hw_wenhua.govcloud approve
when set-password link $link with secret $link-secret Yun#Gang-2026
when sign-in login 13912345678 with secret Yun#Gang-2026
when as signed-in order offer vpc spec standard name theirs months 1
when as signed-in pay orders last
when 4 seconds pass
then balance is 90.00
then value "SELECT balance FROM ledger WHERE name = 'cash/hw_wenhua'" is 4999000000000
then value "SELECT actor || ' ' || account FROM journal WHERE kind = 'application.approved'" is "reviewer hw_wenhua"
when as hw_wenhua unsubscribe resources net reason surplus agreed
then refused "There is no resource"
when as signed-in unsubscribe resources theirs reason surplus agreed
then theirs is unsubscribed
then net is in-use
