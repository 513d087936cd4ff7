# A1-03: phone and e-mail must not be those of another account of the profile, however they are written
given practice on 2026-03-02 09:00:00
given huawei-accounts
when send-code purpose register phone "+86 138-0000-0000"
when apply-account phone "138 0000 0000" with secret $code
then refused apply.phone-taken
when apply-account email Demo@GovCloud.example with secret $code
then refused apply.email-taken
