# Rules 8.7: hours are paid by 代金券, then 现金券, 储值卡, and cash last
given practice on 2024-05-06 09:00:00 with 10.00
given card third 1.00
given flexi second 1.00
given voucher first 1.00
when order offer rds spec rds.mysql.n1.large.2 name db pay_per_use
when it is 2024-05-06 10:00:00
then coupon first has 0.03
then coupon second has 1.00
when it is 2024-05-06 11:00:00
then coupon first has 0.00
then coupon second has 0.06
when it is 2024-05-06 12:00:00
then coupon second has 0.00
then coupon third has 0.09
then balance is 10.00
when it is 2024-05-06 13:00:00
then coupon third has 0.00
then balance is 9.12
