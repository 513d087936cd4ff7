# Rules 9: of several vouchers that fit an hour the limited one pays first; one for another service or with a threshold pays nothing
given practice on 2024-05-06 09:00:00 with 10.00
given voucher anything 5.00
given voucher databases 1.00 service rds
given voucher servers 5.00 service ecs
given voucher large 5.00 threshold 0.50
when order offer rds spec rds.mysql.n1.large.2 name db pay_per_use
when it is 2024-05-06 11:00:00
then coupon databases has 0.00
then coupon anything has 4.06
then coupon servers has 5.00
then coupon large has 5.00
then balance is 10.00
