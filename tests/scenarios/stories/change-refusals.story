# A1-17: only upwards, only what can be changed
given practice on 2024-01-10 09:00:00 with 3000.00
given evs disk for 1 month spec ssd disk_gib 100
given rds db for 1 month
given traffic-package gb for 1 month
when change resource disk amount 50
then refused change.downgrade
when change resource disk spec gpssd
then refused change.downgrade
when change resource disk
then refused change.nothing
when change resource disk spec none
then refused order.unknown-spec
when change resource db amount 100
then refused change.no-size
when change resource gb spec 100
then refused change.package
when set-freeze account demo resource disk freeze violation
when change resource disk amount 200
then refused resource.violation-frozen
when set-freeze account demo resource disk freeze police
when change resource disk amount 200
then refused resource.police-frozen
when set-freeze account demo resource disk freeze none
when withdraw-offer offer evs withdrawn
when change resource disk amount 200
then refused resource.withdrawn
when withdraw-offer offer evs
when it is 2024-02-12 09:00:00
when change resource disk amount 200
then refused change.expired
when release resources disk
when change resource disk amount 200
then refused resource.gone
