# A1-09: orders, coupons and resources of another account do not exist for whoever is signed in, or for the staff's command on it
given practice on 2026-03-02 09:00:00 with 100.00
given huawei-accounts
given vpc net for 1 month
given voucher v 20.00
when order offer vpc spec standard name more months 1
when as hw_wenhua pay orders last
then refused "There is no order"
when as hw_wenhua cancel orders last
then refused "There is no order"
when set-freeze account hw_wenhua resource net freeze police
then refused "There is no resource"
when reclaim-coupon account hw_wenhua coupon v
then refused pay.unknown-coupon
then net frozen-by none
then order last is unpaid
then coupon v has 20.00
