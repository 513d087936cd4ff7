# Guide 4.2.6: arrears and violation keep nothing back, of the account nor of one resource
given practice on 2024-01-10 09:00:00 at V3 with 1000.00
given vpc a for 1 month
given vpc b for 1 month
given vpc c for 1 month
given vpc d for 1 month
when it is 2024-02-12 09:00:00
when set-freeze account demo freeze arrears
when release resources a
when set-freeze account demo freeze violation
when release resources b
when set-freeze account demo freeze none
when set-freeze account demo resource c freeze arrears
when set-freeze account demo resource d freeze violation
when release resources c,d
then resources has 4 released
