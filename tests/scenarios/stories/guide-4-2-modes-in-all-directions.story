# Guide 4.2.1.2 to 4.2.5: each of the four modes is set from each of the other three
given practice on 2024-01-10 09:00:00 with 200.00
given evs disk for 1 month spec ssd disk_gib 100
then disk renews manual
when set-mode resources disk mode auto months 1
then disk renews auto
when set-mode resources disk mode to-pay-per-use
then disk renews to-pay-per-use
when set-mode resources disk mode no-renewal
then disk renews no-renewal
when set-mode resources disk mode auto months 1
then disk renews auto
when set-mode resources disk mode no-renewal
then disk renews no-renewal
when set-mode resources disk mode to-pay-per-use
then disk renews to-pay-per-use
when set-mode resources disk mode auto months 3
then disk renews auto
when set-mode resources disk mode manual
then disk renews manual
when set-mode resources disk mode to-pay-per-use
then disk renews to-pay-per-use
when set-mode resources disk mode manual
then disk renews manual
when set-mode resources disk mode no-renewal
then disk renews no-renewal
when set-mode resources disk mode manual
then disk renews manual
