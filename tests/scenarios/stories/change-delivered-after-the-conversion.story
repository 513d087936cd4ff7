# A1-14, rules 7: paid in the last seconds and delivered after the conversion: by the hour in its new size
given practice on 2024-01-10 09:00:00 with 1000.00
given evs disk for 1 month spec ssd disk_gib 100
when set-mode resources disk mode to-pay-per-use
when it is 2024-02-10 23:59:58
when change resource disk amount 200 pay
then plan pays 0
when it is 2024-02-11 00:00:10
then disk sized 200
then disk charged pay-per-use
when it is 2024-02-11 10:00:00
# 10 × 0.41 of 200 × 0.002083
then balance is 895.90
then value "SELECT count (*) FROM term WHERE start <> 1707580799 AND kind = 'change'" is 0
