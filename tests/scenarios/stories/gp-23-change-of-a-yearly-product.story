# GP-23: 244 days, a year and 305 days of 365 are 2.50410959 years; 48800 more a year
given practice on 2023-11-01 09:00:00 with 400000.00
given rds-enterprise db for 36 months spec rds.mysql.x1.2xlarge.8
then db expires 2026-11-01 23:59:59
when it is 2024-05-01 09:00:00
when change resource db spec rds.mysql.x1.4xlarge.8 pay
then plan pays 122200.55
