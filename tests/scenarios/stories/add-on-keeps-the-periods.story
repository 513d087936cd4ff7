# Guide 4.4.3: with a bandwidth add-on no renewal period comes back; without it, it does
given practice on 2024-01-10 09:00:00 with 2000.00
given eip ip for 1 month bandwidth 5
when it is 2024-01-15 09:00:00
when attach resource ip offer bandwidth-addon name more amount 5 pay
# 5 × 24 × (16/31 + 10/29)
then plan pays 103.31
when 4 seconds pass
when renew resources ip months 1 pay
then plan pays 235.00
when unsubscribe-renewals resources ip
then refused give-back.addon
when it is 2024-01-16 09:00:00
when unsubscribe resources more reason surplus agreed
then more is unsubscribed
then ip is in-use
when unsubscribe-renewals resources ip
then plan returns 115.00
then ip expires 2024-02-10 23:59:59
