# Rules 10: a code that resets a password is sent to somebody
given practice on 2024-01-10 09:00:00 with 10.00
when send-code purpose reset
then refused login.empty
when send-link login "" purpose reset
then refused "e-mail or user name is missing"
when send-link login " " purpose reset
then refused login.empty
