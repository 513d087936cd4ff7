# A1-11: what the catalogue has withdrawn cannot be ordered, in no charging mode
given practice on 2024-05-06 09:00:00
when order offer ecs-s3 spec s3.small.1 name old months 1
then refused resource.withdrawn
when order offer ecs-s3 spec s3.small.1 name old pay_per_use
then refused resource.withdrawn
