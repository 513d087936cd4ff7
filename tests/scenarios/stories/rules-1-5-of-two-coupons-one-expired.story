# Rules 1.5: of two flexi coupons one expired before the unsubscription; its share is lost, and the plan says so
given practice on 2024-05-06 09:00:00 with 500.00
given flexi early 100.00 expiry "2024-05-08 23:59:59"
given flexi late 30.00
when order offer rds spec rds.mysql.n1.large.2 name db months 1
when pay orders last flexi early,late
when it is 2024-05-09 09:00:00
when unsubscribe resources db reason surplus agreed
then plan returns 370.00
then order last loses 100.00
when it is 2024-05-10 10:00:00
then coupon late has 30.00
then coupon early has 0.00
then order last flexi 30.00
then order last loses 100.00
