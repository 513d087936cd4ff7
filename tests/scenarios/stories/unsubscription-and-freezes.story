# Rules 3.4: of a frozen account nothing is unsubscribed, of the others only what the police froze is not
given practice on 2024-01-01 08:00:00 with 1000.00
given evs a for 1 month spec ssd disk_gib 100
given evs b for 1 month spec ssd disk_gib 100
when set-freeze account demo freeze police
when unsubscribe resources a reason surplus agreed
then refused account.frozen
when set-freeze account demo freeze arrears
when unsubscribe resources a reason surplus agreed
then refused account.frozen
when set-freeze account demo freeze none
when set-freeze account demo resource a freeze police
when unsubscribe resources a,b reason surplus agreed
then leaves-out a by resource.police-frozen
then plan quota 1
then b is unsubscribed
