# A1-21: an automatic renewal that is on goes on when the product is withdrawn, and can no longer be changed
given practice on 2024-05-06 09:00:00 with 100.00
given vpc net for 1 month auto_renew
then net renews auto
when withdraw-offer offer vpc withdrawn
when set-mode resources net mode manual
then refused resource.withdrawn
when it is 2024-05-31 03:00:00
then net expires 2024-07-06 23:59:59
then balance is 80.00
