# GP-21: renewed in retention the new term starts at the old expiry: lost days are not given back
given practice on 2024-03-31 09:00:00 with 1000.00
given vpc net for 1 month
when it is 2024-05-10 12:00:00
then net is frozen
when renew resources net months 1 pay
then net expires 2024-05-31 23:59:59
then net is in-use
