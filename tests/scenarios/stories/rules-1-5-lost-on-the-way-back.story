# Rules 1.5: what expires between the submission and the return is lost, and order, message and bill say what came back
given practice on 2024-05-06 09:00:00 with 100.00
given flexi coin 50.00 expiry "2024-05-06 20:00:00"
given voucher v 10.00 expiry "2024-05-06 20:00:00"
when order offer vpc spec professional name net months 2
when pay orders last flexi coin voucher v
when it is 2024-05-06 10:00:00
when unsubscribe resources net reason surplus agreed
then plan returns 62.00
then order last paid 62.00
when it is 2024-05-08 12:00:00
then order last is completed
then order last paid 12.00
then order last vouchers 0.00
then order last loses 60.00
then coupon coin has 0.00
then value "SELECT arguments ->> 'amount' FROM message WHERE template = 'refund.finished' ORDER BY id DESC LIMIT 1" is 12.00
then value "SELECT cash + flexi + voucher FROM bill ORDER BY id DESC LIMIT 1" is -1200000000
