# Rules 1.9: what was attached is bound and goes; a disk of its own stays
given practice on 2024-01-10 09:00:00 at V3 with 1000.00
given ecs app for 1 month disk_gib 40
given evs own for 3 months spec ssd disk_gib 100
when attach resource app offer evs name data amount 40 pay
when 4 seconds pass
when it is 2024-02-12 09:00:00
when release resources app,own
then leaves-out own by release.in-use
then plan items 4
then data is released
then app-volume-0000 is released
then own is in-use
