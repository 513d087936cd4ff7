# Rules 8.2 at V0: an unpaid renewal is cancelled when the retention ends before its seven days do
given practice on 2024-03-30 09:00:00 at V0 with 100.00
given vpc net for 1 month
when it is 2024-04-30 09:00:00
when renew resources net months 1
then order last lapses "2024-05-07 09:00:00"
when it is 2024-05-02 23:59:59
then order last is unpaid
when 1 second passes
then net is released
then order last is cancelled
