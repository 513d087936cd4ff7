# A1-09: with nobody signed in no command of an account is planned
given practice on 2026-03-02 09:00:00
when as signed-in sign-out
then signed-in is nobody
when as signed-in order offer vpc spec standard name net months 1
then refused "Nobody is signed in"
when as signed-in sign-out
then refused "Nobody is signed in"
then journal has 1 account.signed-out
