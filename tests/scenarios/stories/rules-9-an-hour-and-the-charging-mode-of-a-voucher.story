# Rules 9: an hour is paid by what is limited to pay-per-use before what is not, and never by what is limited to another mode
given practice on 2024-05-06 09:00:00 with 10.00
given voucher anything 5.00 expiry "2024-05-20 12:00:00"
given voucher metered 0.50 charging pay-per-use
given voucher periods 9.00 charging period
given voucher packages 9.00 charging package
given flexi coin 9.00 charging period
given card purse 9.00 charging package
when order offer rds spec rds.mysql.n1.large.2 name db pay_per_use
when it is 2024-05-06 10:00:00
then coupon metered has 0.00
then coupon anything has 4.53
when it is 2024-05-06 16:00:00
then coupon anything has 0.00
then balance is 8.71
then coupon periods has 9.00
then coupon packages has 9.00
then coupon coin has 9.00
then coupon purse has 9.00
