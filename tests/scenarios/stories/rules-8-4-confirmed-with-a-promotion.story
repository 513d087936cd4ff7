# Rules 8.4: confirmed, an order on the customer's behalf waits until the promotion ends that it was placed with
given practice on 2024-05-06 09:00:00 with 1000.00
given promotion spring 5000 expiry "2024-05-10 12:00:00"
when order-for-customer offer evs spec ssd disk_gib 100 name theirs months 1
then order last lapses "2024-05-10 12:00:00"
when it is 2024-05-08 09:00:00
when confirm-order orders last accept
then order last lapses "2024-05-10 12:00:00"
when it is 2024-05-10 12:00:00
then order last is cancelled
