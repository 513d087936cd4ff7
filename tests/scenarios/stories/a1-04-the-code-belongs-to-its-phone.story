# A1-04: a code is for the phone it was sent to; another phone in the form needs another code
given practice on 2026-03-02 09:00:00
given huawei-accounts
when send-code purpose register phone 13912345678
when apply-account phone 13912345679 with secret $code
then refused code.wrong
when apply-account with secret $code
then application hw_wenhua is submitted
