# Rules 3.3: all fail: everything comes back, nothing is left, no quota is used
given practice on 2024-01-10 09:00:00 with 1000.00
when order offer ecs spec s6.small.1 name app months 1 disk_gib 40 quantity 2
when pay orders last
when tell-failure order last
when 4 seconds pass
then resources has 0 active
when 1 day passes
then order last is completed
then balance is 1000.00
given evs disk for 1 month spec ssd disk_gib 100
when unsubscribe resources disk reason surplus agreed
then plan left 9
