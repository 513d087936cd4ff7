# Guide 4.2.6: the server goes with its bound 40 GiB disk, the network stays; it is for good
given practice on 2024-01-10 10:30:00 at V3 with 500.00
given vpc net for 3 months
given ecs app for 1 month spec s6.small.1 disk_gib 40
when release resources app
then refused release.in-use
when it is 2024-02-12 09:00:00
when release resources app-volume-0000
then refused resource.bound-part
when release resources app
then plan items 2
then app is released
then app-volume-0000 is released
then net is in-use
when release resources app
then refused resource.gone
then balance is 408.00
