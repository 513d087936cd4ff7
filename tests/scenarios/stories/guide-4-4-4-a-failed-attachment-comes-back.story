# Guide 4.4.4: of what is attached or changed as a part only that fails, and the server with its other parts stays as it was
given practice on 2024-01-10 09:00:00 with 1000.00
given ecs web for 1 month disk_gib 40
then balance is 938.00
when attach resource web offer evs name data amount 100 pay
when tell-failure order last lines 1
when 4 seconds pass
then data is missing
then web is in-use
when change resource web-volume-0000 amount 100 pay
when tell-failure order last lines 3
then refused tell-failure.line
when tell-failure order 4
when 4 seconds pass
then web-volume-0000 sized 40
when 1 day passes
then balance is 938.00
when change resource web-volume-0000 amount 100 pay
when 4 seconds pass
then web-volume-0000 sized 100
when tell-failure order last
then refused tell-failure.status
