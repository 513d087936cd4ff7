# A1-04: after sixty seconds another code may be sent, and only the newest serves
given practice on 2026-03-02 09:00:00
given huawei-accounts
when send-code purpose register phone 13912345678
when 59 seconds pass
when send-code purpose register phone 13912345678
then refused code.too-soon
when 1 second passes
when send-code purpose register phone 13912345678
then outbox keeps 1 secrets
then value "SELECT group_concat (state) FROM (SELECT state FROM code ORDER BY id)" is void,live
then outbox has 2 code.register
when apply-account with secret $code
then application hw_wenhua is submitted
