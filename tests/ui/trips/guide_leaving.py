"""Chapters 4.3 to 5: my orders, unsubscription with its refunds, export records."""
from desk import expect, until


def order(desk, offer, name, *more):
    return desk.ctl('order', 'place', '--offer', offer, '--name', name, '--agree', *more)['orders'][0]


def order_ecs(desk, name, *more):
    return order(desk, 'ecs', name, '--spec', 's6.small.1', '--disk', '40', '--months', '1', *more)


def paid(desk, *numbers):
    """Paid and delivered: the window settles what the clock brings, a moment after it moved."""
    desk.ctl('pay', *numbers)
    desk.clock('advance', '10s')
    until(lambda: not desk.ctl('orders', '--status', 'processing')['rows'], f'{numbers} were not delivered')


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
    desk.choose('订单状态', '全部状态')
    desk.of_row('支付', number)
    desk.press('确认付款')
    desk.row_says(number, '处理中')
    desk.wait('查看订单详情')
    desk.key('Escape')
    desk.fill('搜索', '')
    desk.row_says(other, '待支付')
    desk.clock('advance', '10s')
    desk.row_says(number, '已完成')
    expect('balance', desk.ctl('balance')['balance'], '499938.00')


def cancel_a_composite_order(desk):
    """4.3.2 取消支付: 取消组合交易订单时，所有关联的订单同步取消"""
    paid(desk, order_ecs(desk, 'db'))
    both, *each = desk.ctl('renew', 'web', 'db', '--months', '1')['orders']
    desk.page('我的订单')
    desk.row_says(both, '待支付', '¥124.00')
    desk.of_row('取消', both)
    desk.wait('取消订单', 'push button')
    desk.shot('cancel')
    desk.press('取消订单')
    desk.row_says(both, '已取消')
    expect('statuses', {desk.ctl('order', 'show', number)['status'] for number in each}, {'cancelled'})


def details_of_a_composite_order(desk):
    """4.3.3 查看订单详情: 组合交易订单 → 订单号 → 组合交易订单号 → 支付"""
    both, first, _ = desk.ctl('renew', 'web', 'db', '--months', '1')['orders']
    desk.page('我的订单')
    desk.of_row('详情', both)
    desk.wait('组合交易订单包含的订单', 'label')
    desk.act(desk.wait(first, 'list item'))
    desk.act(desk.wait('组合交易订单号', 'list item'))
    desk.wait('组合交易订单包含的订单', 'label')
    desk.press('支付', within=desk.top())
    desk.press('确认付款')
    desk.wait('查看订单详情')
    desk.key('Escape')
    desk.clock('advance', '10s')
    desk.row_says(both, '已完成')


def all_records(desk):
    """4.3.3 已完成: 交易记录跟踪, 查看全部记录, 按交易类型、创建时间、订单号筛选"""
    new = next(r['order'] for r in desk.ctl('orders', '--search', 'web')['rows'] if r['type'] == 'new')
    desk.page('我的订单')
    desk.of_row('详情', new)
    desk.press('查看全部记录')
    desk.shot('all_records')
    for word in ('交易类型', '创建时间'):
        desk.wait(word, 'combo box', desk.top())
    desk.choose('交易类型', '续订', desk.top())
    desk.key('Escape', 'Escape')


STEPS = [pay_in_my_orders, cancel_a_composite_order, details_of_a_composite_order, all_records]
