# Guide 4.4.4 and 4.4.1.1, note 2: one of three fails and comes back in full; the others are five-day, with quota
given practice on 2024-01-10 09:00:00 with 1000.00
when grant-coupon account demo kind voucher name V60 amount 60 expiry 2024-12-31
when order offer evs spec ssd disk_gib 100 name disk months 1 quantity 3
when tell-failure order last lines 4
then refused tell-failure.line
when tell-failure order last lines 2
when pay orders last voucher V60
then plan pays 240
when 4 seconds pass
then order first is completed
then order first failed 1
then order last of unsubscription
then order last from system
then resources has 2 active
when 1 day passes
then balance is 840.00
then coupon V60 has 20
when unsubscribe resources disk-0001 reason surplus agreed
then plan quota 1
then plan left 9
then plan returns 80
then plan vouchers 20
# After the five days: 80 × 120/759, and 8.00
when it is 2024-01-15 09:00:04
when unsubscribe resources disk-0003 reason surplus agreed
then plan quota 0
then plan consumes 12.65
then plan fees 8.00
then plan returns 59.35
then plan vouchers 0
when tell-failure order first
then refused tell-failure.status
