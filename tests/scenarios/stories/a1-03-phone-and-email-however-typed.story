# A1-03: +86, blanks and capitals are read away; what is stored is what one signs in with
given practice on 2026-03-02 09:00:00
given huawei-accounts
when send-code purpose register phone "+86 139 1234 5678"
when apply-account phone 139-1234-5678 email WenHua@Wenhua.Example with secret $code
then value "SELECT phone || ' ' || email FROM application" is "13912345678 wenhua@wenhua.example"
then value "SELECT user_name FROM application" is hw_wenhua.govcloud
