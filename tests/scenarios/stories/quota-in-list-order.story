# Rules 2.4: of a batch over the quota the first in the list get it, with their vouchers; the others pay the fee
given practice on 2024-05-06 09:00:00 with 3000.00
given 8 evs used for 1 month spec ssd disk_gib 10
when unsubscribe resources used-* reason surplus agreed
then plan left 2
given evs a for 1 month spec ssd disk_gib 100
given evs b for 1 month spec ssd disk_gib 100
given evs c for 1 month spec ssd disk_gib 100
when it is 2024-05-08 09:00:00
when unsubscribe resources c,a,b reason surplus agreed
then plan quota 2
then plan left 0
# b is the third: 100 × 48/759
then plan consumes 6.32
then plan fees 10.00
then plan returns 283.68
