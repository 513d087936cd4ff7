# Rules 1.5, 2: a voucher that a conditional refund does not return is no loss by expiry
given practice on 2024-05-06 09:00:00 with 100.00
given voucher v 36.00
when order offer vpc spec professional name net months 1
when pay orders last voucher v
when it is 2024-05-12 09:00:00
when unsubscribe resources net reason surplus agreed
then plan returns 0.00
when it is 2024-05-13 10:00:00
then order last is completed
then order last loses 0.00
