# A1-04: a code that sent an application does not send the corrected one
given practice on 2026-03-02 09:00:00
given huawei-accounts
when send-code purpose register phone 13912345678
when remember used $code
when apply-account with secret $used
when decide-application application hw_wenhua.govcloud reason 请写明区域
when apply-account needs 华北-北京四 with secret $used
then refused code.wrong
then application hw_wenhua is rejected
