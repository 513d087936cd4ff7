# Rules 5.1: the unified day exists in the manual and the automatic tab only
given practice on 2024-02-15 09:00:00 with 1000.00
given evs a for 1 month spec ssd disk_gib 100
given evs b for 1 month spec ssd disk_gib 100
given evs c for 1 month spec ssd disk_gib 100
when set-mode resources b mode auto months 1
when set-mode resources c mode to-pay-per-use
when renew resources c months 1 unify
then refused renew.unify-mode
when set-mode resources c mode no-renewal
when renew resources c months 1 unify
then refused renew.unify-mode
# Guide example A: from 15 March, one month and the 16 days to 1 May: 100 × (1 + 15/30 + 1/31)
when renew resources a,b,c months 1 unify pay
then leaves-out c by renew.unify-mode
then plan pays 306.46
then a expires 2024-05-01 23:59:59
then b expires 2024-05-01 23:59:59
then c expires 2024-03-15 23:59:59
