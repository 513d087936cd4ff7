"""Chapter 3 and 4.1: ordering by the period, by use and as packages; paying."""
from desk import expect


def profile(desk):
    desk.ctl('profile', 'create', '订购', '--practice', '--level', 'V3')
    desk.ctl('topup', '1000.00')


def by_the_period(desk):
    """3.1 包年/包月商品: 弹性公网IP, 5 Mbit/s, 立即购买, 服务声明, 去支付"""
    desk.page('服务')
    desk.act(desk.wait('弹性公网IP', 'list item'))
    desk.press('购买…')
    desk.press('立即购买')
    desk.tick('服务声明|Service Statement')
    desk.press('去支付')
    desk.press('确认付款')
    desk.wait('查看订单详情')
    desk.key('Escape')
    expect('balance', desk.ctl('balance')['balance'], '885.00')


STEPS = [by_the_period]
