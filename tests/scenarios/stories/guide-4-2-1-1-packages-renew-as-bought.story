# Guide 4.2.1.1, notes 5 and 6: by the month what was bought by the month; only object storage goes over to years
given practice on 2024-01-10 09:00:00 with 2000.00
given traffic-package gb for 1 month
given cdn-package site for 12 months
given obs-package store for 1 month
given paperless-office office for 1 month
when renew resources gb months 12
then refused renew.duration
when renew resources gb months 9 pay
then gb expires 2024-11-10 23:59:59
when renew resources site months 1
then refused renew.duration
when renew resources site months 12 pay
then site expires 2026-01-10 23:59:59
when renew resources store months 12 pay
then plan pays 9.00
then store expires 2025-02-10 23:59:59
when renew resources office months 12
then refused renew.duration
when renew resources office months 1 pay
then office expires 2024-03-10 23:59:59
