# Rules 4.2, GD-40: each has its own choices; what is not sold for the duration is left out, with its choices
given practice on 2024-01-10 09:00:00 with 60000.00
given evs disk for 1 month spec ssd disk_gib 100
given rds-enterprise db for 12 months
given traffic-package gb for 1 month
when renew resources disk,db,gb months 2
then leaves-out db by renew.duration
then plan pays 215.00
when cancel orders last
when renew resources disk,db,gb months 12
then leaves-out gb by renew.duration
then plan pays 49800.00
