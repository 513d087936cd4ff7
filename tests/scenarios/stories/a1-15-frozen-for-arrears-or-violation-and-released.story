# Rules 7: what is frozen for arrears or a violation is released all the same
given practice on 2024-05-06 09:00:00 with 100.00
given vpc a for 1 month
given vpc b for 1 month
when set-freeze resource a freeze arrears
when set-freeze resource b freeze violation
when it is 2024-06-08 09:00:00
when release resources a,b
then a is released
then b is released
