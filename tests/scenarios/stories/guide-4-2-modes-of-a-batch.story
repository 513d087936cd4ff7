# Guide 4.2.4: in a batch each row has its own result; what cannot be converted stays in its tab
given practice on 2024-01-10 09:00:00 with 500.00
given evs a for 1 month spec ssd disk_gib 100
given evs b for 2 months spec ssd disk_gib 100
given vpc net for 1 month
when set-mode resources a,net,b mode to-pay-per-use
then leaves-out net by to-pay-per-use.unsupported
then a renews to-pay-per-use
then b renews to-pay-per-use
then net renews manual
when it is 2024-02-11 09:00:00
then a charged pay-per-use
when set-mode resources a,net,b mode no-renewal
then leaves-out a by resource.pay-per-use
then net renews no-renewal
then b renews no-renewal
