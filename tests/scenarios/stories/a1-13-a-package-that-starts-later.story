# A1-13: a package with a later date is not effective until then, and pays nothing before
given practice on 2024-05-06 09:00:00 with 10.00
when order offer cdn-package spec 2 name flow months 12 starts "2024-05-06 08:59:59"
then refused order.starts-past
when order offer vpc spec standard name net months 1 starts "2024-06-06 12:00:00"
then refused order.starts-package
when order offer cdn-package spec 2 name flow months 12 starts "2024-05-06 12:00:00"
when pay orders last
when 4 seconds pass
then flow begins 2024-05-06 12:00:00
then flow expires 2025-05-06 23:59:59
when order offer cdn spec standard name site pay_per_use
when it is 2024-05-06 12:00:00
then balance is 3.82
when it is 2024-05-07 12:00:00
then balance is 3.82
when it is 2024-05-07 13:00:00
then balance is 3.61
