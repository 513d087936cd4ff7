# A1-20: renewal periods of over 50,000 are reviewed; approved, the resources end before them and the money comes back
given practice on 2024-01-01 08:00:00 with 400000.00
when order offer ecs spec m6.2xlarge.8 name big months 12 quantity 4 disk_gib 40
when pay orders last
when 4 seconds pass
when renew resources big-0001,big-0002,big-0003,big-0004 months 12 pay
when unsubscribe-renewals resources big-0001,big-0002,big-0003,big-0004
then plan review
then order last is review
then big-0001 expires 2026-01-01 23:59:59
when renew resources big-0001 months 1
then refused resource.order-in-process
when decide-order orders last approve
then order last is refunding
then big-0001 expires 2025-01-01 23:59:59
when 25 hours pass
then order last is completed
when renew resources big-0001 months 1 pay
then big-0001 expires 2025-02-01 23:59:59
