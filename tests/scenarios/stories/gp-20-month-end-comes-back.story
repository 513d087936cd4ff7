# GP-20: 31 March and a month is 30 April; the next month ends on 31 May, not on the 30th
given practice on 2024-02-29 09:00:00 with 1000.00
given vpc leap for 1 month
then leap expires 2024-03-29 23:59:59
given vpc net for 1 month
when it is 2024-03-31 10:00:00
given vpc late for 1 month
then late expires 2024-04-30 23:59:59
when renew resources late months 1 pay
then late expires 2024-05-31 23:59:59
