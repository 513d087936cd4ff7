# GX-03: 2120 × 0.65806452, exactly
given practice on 2023-04-08 15:50:04 with 30000.00
given evs disk for 1 month spec ssd disk_gib 4400
when it is 2023-04-18 10:00:00
when change resource disk amount 6520 pay
then plan pays 1395.10
