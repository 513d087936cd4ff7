# Rules 8.2: 待确认 is declined, not cancelled; 已取消 is the end
given practice on 2024-05-06 09:00:00 with 100.00
when order-for-customer offer vpc spec standard name theirs months 1
when cancel orders last
then refused cancel.status
when confirm-order orders last
when confirm-order orders last
then refused confirm.status
when cancel orders last
then refused cancel.status
