# A1-25: an unsubscription takes the unstarted renewal periods along, in full and without a fee
given practice on 2024-01-01 10:30:00 with 1000.00
given evs disk for 1 month spec ssd disk_gib 100
when renew resources disk months 1 pay
when renew resources disk months 1 pay
when it is 2024-01-15 18:40:00
when unsubscribe resources disk reason test-done agreed
then plan items 3
then plan returns 244.62
then plan fees 10.00
