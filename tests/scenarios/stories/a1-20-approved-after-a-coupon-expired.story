# A1-20, rules 1.5: what expired while a refund was looked at is lost when it is approved, and the staff and the customer are told so
given practice on 2024-05-06 09:00:00 with 200000.00
when order offer evs spec ssd disk_gib 6000 name disk months 1
when pay orders last
when 10 seconds pass
given flexi coin 5000.00 expiry "2024-05-10 23:59:59"
given voucher v 3000.00 expiry "2024-05-10 23:59:59"
when renew resources disk months 12
when pay orders last voucher v flexi coin
when unsubscribe-renewals resources disk
then plan returns 57000.00
then plan review
when it is 2024-05-16 09:00:00
when decide-order orders last approve
then plan returns 52000.00
then plan vouchers 0.00
then value "SELECT arguments ->> 'amount' FROM message WHERE template = 'refund.approved' ORDER BY id DESC LIMIT 1" is 52000.00
when 25 hours pass
then order last is completed
then order last loses 8000.00
