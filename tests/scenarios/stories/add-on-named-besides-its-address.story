# Rules 1.9: named besides what it is attached to, it goes along with that, once
given practice on 2024-01-10 09:00:00 with 1000.00
given eip ip for 1 month bandwidth 5
given vpc net for 1 month
when attach resource ip offer bandwidth-addon name more amount 5 pay
when 4 seconds pass
when unsubscribe resources more,ip,net reason surplus agreed
then plan quota 2
then plan items 3
then more is unsubscribed
then ip is unsubscribed
then order last children 2
