# A1-04: the sixth code within an hour of the first is refused, to the second
given practice on 2026-03-02 09:00:00
given huawei-accounts
when send-code purpose register phone 13912345678
when it is 2026-03-02 09:01:00
when send-code purpose register phone 13912345678
when it is 2026-03-02 09:02:00
when send-code purpose register phone 13912345678
when it is 2026-03-02 09:03:00
when send-code purpose register phone 13912345678
when it is 2026-03-02 09:04:00
when send-code purpose register phone 13912345678
when it is 2026-03-02 09:05:00
when send-code purpose register phone 13912345678
then refused code.too-many
when send-code purpose register phone 13912345679
when it is 2026-03-02 09:59:59
when send-code purpose register phone 13912345678
then refused code.too-many
when 1 second passes
when send-code purpose register phone 13912345678
