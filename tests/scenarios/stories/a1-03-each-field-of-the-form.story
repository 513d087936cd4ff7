# A1-03: each field of the form refuses what is no phone, no e-mail, or blank; nothing is used up by that
given practice on 2026-03-02 09:00:00
given huawei-accounts
when send-code purpose register phone 13912345678
when apply-account applicant "  " with secret $code
then refused apply.no-applicant
when apply-account phone 1391234567 with secret $code
then refused phone.invalid
when apply-account phone 23912345678 with secret $code
then refused phone.invalid
when apply-account email wenhua.wenhua.example with secret $code
then refused email.invalid
when apply-account needs "   " with secret $code
then refused apply.no-needs
when apply-account manager 赵经理 manager_phone 12345 with secret $code
then refused phone.invalid
when apply-account needs "" with secret $code
then refused "The text of what is needed is missing"
when apply-account manager 赵经理 manager_phone 13700000001 with secret $code
then application hw_wenhua is submitted
then value "SELECT manager_phone FROM application" is 13700000001
