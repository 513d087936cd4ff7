# Guide 4.2.6: of an account that the police froze nothing goes; of one resource that one does not, the others do
given practice on 2024-01-10 09:00:00 at V3 with 1000.00
given vpc a for 1 month
given vpc b for 1 month
when it is 2024-02-12 09:00:00
when set-freeze account demo freeze police
when release resources a,b
then refused account.frozen
when set-freeze account demo freeze none
when set-freeze account demo resource a freeze police
then a frozen-by police
when release resources a,b
then leaves-out a by resource.police-frozen
then b is released
then a is expired
when set-freeze account demo resource a freeze none
when release resources a
then a is released
