# Who does not exist is told apart by nothing: wrong five times, then to wait
given practice on 2026-03-02 09:00:00
when sign-in login nobody@nowhere.example with secret wrong-1
then refused sign-in.wrong
when sign-in login nobody@nowhere.example with secret wrong-2
then refused sign-in.wrong
when sign-in login nobody@nowhere.example with secret wrong-3
then refused sign-in.wrong
when sign-in login nobody@nowhere.example with secret wrong-4
then refused sign-in.wrong
when sign-in login nobody@nowhere.example with secret wrong-5
then refused sign-in.wrong
when sign-in login Nobody@Nowhere.example with secret wrong-6
then refused sign-in.wait
when send-code purpose reset login nobody@nowhere.example
when send-link login nobody@nowhere.example purpose reset
then outbox keeps 0 secrets
