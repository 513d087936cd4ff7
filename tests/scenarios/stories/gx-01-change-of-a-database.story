# GX-01: 470 to 869 with 12 days of April and 8 of May left: 399 × (12/30 + 8/31) = 262.57
given practice on 2023-04-08 15:50:04 with 2000.00
given rds db for 1 month spec rds.mysql.n1.large.2
then db expires 2023-05-08 23:59:59
when it is 2023-04-18 10:00:00
when change resource db spec rds.mysql.n1.xlarge.2 pay
then plan pays 262.57
then order last of change
then order last is processing
when 4 seconds pass
then order last is completed
then db specified rds.mysql.n1.xlarge.2
then db expires 2023-05-08 23:59:59
then balance is 1267.43
