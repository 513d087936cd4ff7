# Rules 1.9: a bound disk is left out of a batch and goes along with its server all the same
given practice on 2024-01-10 09:00:00 at V3 with 1000.00
given ecs app for 1 month disk_gib 40
given vpc net for 1 month
when renew resources app-volume-0000,net,app months 1 pay
then leaves-out app-volume-0000 by resource.bound-part
then app-volume-0000 expires 2024-03-10 23:59:59
then net expires 2024-03-10 23:59:59
when set-mode resources app,app-volume-0000 mode no-renewal
then leaves-out app-volume-0000 by resource.bound-part
when it is 2024-03-12 09:00:00
when release resources app-volume-0000,app
then leaves-out app-volume-0000 by resource.bound-part
then app-volume-0000 is released
