# A1-02: each of the three freezes stands in the way with a remedy of its own, and no longer when it is lifted
given practice on 2026-03-02 09:00:00
given huawei-accounts
when send-code purpose register phone 13912345678
when apply-account account hw_arrears with secret $code
then refused apply.frozen-arrears
when apply-account account hw_violation with secret $code
then refused apply.frozen-violation
when apply-account account hw_police with secret $code
then refused apply.frozen-police
when set-freeze account hw_police freeze none
when apply-account account hw_police with secret $code
then application hw_police is submitted
