# A1-12, A1-16: at 03:00 the hour that ends is charged first; the renewal is tried with what is left, and says so
given practice on 2024-01-15 09:00:00 with 177.05
given eip gate for 1 month bandwidth 1 auto_renew
when order offer eip spec 5_bgp bandwidth 5 name hourly pay_per_use
when it is 2024-02-09 02:59:59
then journal has 1 auto-renewal.failed
then gate expires 2024-02-15 23:59:59
then value "SELECT json_extract (json_extract (arguments, '$.refusal'), '$.operands[1].money') FROM message WHERE template = 'auto-renewal.failed' LIMIT 1" is 22.95
