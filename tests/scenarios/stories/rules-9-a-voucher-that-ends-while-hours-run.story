# Rules 9: hours after the end of a voucher are paid by the balance, and what was left of it is lost
given practice on 2024-05-06 09:00:00 with 10.00
given voucher v 5.00 expiry "2024-05-06 10:59:59"
when order offer rds spec rds.mysql.n1.large.2 name db pay_per_use
when it is 2024-05-06 12:00:00
then coupon v lost 4.03
then coupon v has 0.00
then balance is 8.06
