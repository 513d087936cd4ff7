"""Chapters 4.3 to 5: my orders, unsubscription with its refunds, export records."""
from desk import expect


def order(desk, offer, name, *more):
    return desk.ctl('order', 'place', '--offer', offer, '--name', name, '--agree', *more)['orders'][0]


def order_ecs(desk, name, *more):
    return order(desk, 'ecs', name, '--spec', 's6.small.1', '--disk', '40', '--months', '1', *more)


def paid(desk, *numbers):
    desk.ctl('pay', *numbers)
    desk.clock('advance', '10s')


def profile(desk):
    desk.ctl('profile', 'create', '退订', '--practice', '--level', 'V3')
    desk.ctl('topup', '500000.00')


def pay_in_my_orders(desk):
    """4.3.1 支付: 输入订单号搜索, 按订单状态筛选, 单击“支付”, 确认付款"""
    number, other = order_ecs(desk, 'web'), order_ecs(desk, 'spare')
    desk.page('我的订单')
    desk.fill('搜索', number)
    desk.wait('共1条|1 row', 'label')
    desk.choose('订单状态', '待支付')
    desk.row_says(number, '待支付', '¥62.00')
    desk.of_row('支付', number)
    desk.press('确认付款')
    desk.wait('查看订单详情')
    desk.key('Escape')
    desk.choose('订单状态', '全部状态')
    desk.row_says(number, '处理中')
    desk.fill('搜索', '')
    desk.row_says(other, '待支付')
    desk.clock('advance', '10s')
    desk.row_says(number, '已完成')
    expect('balance', desk.ctl('balance')['balance'], '499938.00')


STEPS = [pay_in_my_orders]
