# Guide 4.4.1.1, note 3: only ECS, EVS, RDS, VPC and CCE in a batch; anything else alone
given practice on 2024-01-10 08:00:00 with 5000.00
given evs a for 1 month spec ssd disk_gib 10
given cce b for 1 month
given rds c for 1 month
given eip d for 1 month
given ecs e for 1 month
given website f for 1 month
when unsubscribe resources a,b,c,d,e,f reason surplus agreed
then leaves-out f by unsubscribe.no-batch
then plan quota 5
then order last children 5
then f is in-use
when unsubscribe resources f reason surplus agreed
then plan returns 60
