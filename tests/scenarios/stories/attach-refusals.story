# A1-17: what the product is sold with, in the size that it needs
given practice on 2024-01-10 09:00:00 with 3000.00
given ecs app for 1 month
given vpc net for 1 month
when attach resource app offer vpc
then refused attach.does-not-fit
when attach resource net offer evs amount 40
then refused attach.does-not-fit
when attach resource app offer unheard
then refused order.unknown-offer
when attach resource app offer evs
then refused order.no-size
when attach resource app-volume-0000 offer evs amount 40
then refused resource.bound-part
when withdraw-offer offer evs withdrawn
when attach resource app offer evs amount 40
then refused resource.withdrawn
