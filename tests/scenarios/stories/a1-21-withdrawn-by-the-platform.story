# A1-15, A1-21: a product withdrawn by the platform refuses orders, renewals and automatic renewal, but not no-renewal
given practice on 2024-05-06 09:00:00 with 100.00
given vpc net for 1 month
when withdraw-offer offer vpc withdrawn
when withdraw-offer offer vpc withdrawn
then refused offer.same
when order offer vpc spec standard name more months 1
then refused resource.withdrawn
when renew resources net months 1
then refused resource.withdrawn
when set-mode resources net mode auto months 1
then refused resource.withdrawn
when set-mode resources net mode no-renewal
then net renews no-renewal
when withdraw-offer offer vpc
when renew resources net months 1 pay
then net expires 2024-07-06 23:59:59
