# Rules 9: service, region, type of order and charging mode each limit a voucher
given practice on 2024-05-06 09:00:00 with 1000.00
given voucher servers 20.00 service ecs
given voucher south 20.00 region cn-south-1
given voucher renewals 20.00 order_type 2
given voucher packages 20.00 charging package
given voucher fits 20.00 service evs region cn-north-4 order_type 1 charging period
when order offer evs spec ssd disk_gib 100 name a months 1
when pay orders last voucher servers
then refused pay.coupon-service
when pay orders last voucher south
then refused pay.coupon-region
when pay orders last voucher renewals
then refused pay.coupon-type
when pay orders last voucher packages
then refused pay.coupon-charging
when pay orders last voucher nowhere
then refused pay.unknown-coupon
when pay orders last flexi fits
then refused pay.coupon-other-kind
when pay orders last voucher fits
then order last vouchers 20.00
when 4 seconds pass
when renew resources a months 1
when pay orders last voucher renewals
then order last vouchers 20.00
