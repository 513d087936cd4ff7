# A1-03, 变更企业名称: the unit's name comes from the Huawei account, so it is changed there before the form is sent
given practice on 2026-03-02 09:00:00
given huawei-accounts
when rename-enterprise account hw_wenhua name 云港市文化中心
when rename-enterprise account hw_wenhua name 云港市文化中心
then refused rename.same
when send-code purpose register phone 13912345678
when apply-account with secret $code
then value "SELECT unit FROM application" is 云港市文化中心
when rename-enterprise account demo name 别的单位
then refused rename.opened
