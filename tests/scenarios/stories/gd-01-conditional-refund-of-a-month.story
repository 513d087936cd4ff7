# GP-01, GP-02, GD-01: a month from 10:30, given back after 344 of 758 hours
given practice on 2024-01-01 10:30:00 with 1000.00
given evs disk for 1 month spec ssd disk_gib 100
when it is 2024-01-15 18:40:00
when unsubscribe resources disk reason test-done agreed
then plan consumes 45.38
then plan fees 10.00
then plan returns 44.62
then plan quota 0
then disk is unsubscribed
then order last is refunding
when 24 hours pass
then order last is completed
then balance is 944.62
