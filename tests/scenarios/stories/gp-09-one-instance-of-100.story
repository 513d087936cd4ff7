# GP-09: paid 100.00, refundable 100.00, returned 100.00 to the balance
given practice on 2024-03-14 09:00:00 with 100.00
given market-audit audit for 1 month
then balance is 0
when unsubscribe resources audit reason surplus agreed
then plan returns 100.00
then plan quota 1
then order last is refunding
then balance is 0
when 1 day passes
then order last is completed
then balance is 100.00
