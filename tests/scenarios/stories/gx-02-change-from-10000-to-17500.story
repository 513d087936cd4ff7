# GX-02: 7500 × 0.65806452, exactly
given practice on 2023-04-08 15:50:04 with 30000.00
given evs disk for 1 month spec ssd disk_gib 10000
when it is 2023-04-18 10:00:00
when change resource disk amount 17500 pay
then plan pays 4935.48
