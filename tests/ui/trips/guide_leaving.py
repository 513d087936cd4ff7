"""Chapters 4.3 to 5: my orders, unsubscription with its refunds, export records."""
import csv
import os
from decimal import Decimal

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
    desk.wait('支付成功')
    desk.close_all()
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
    desk.choose('交易类型', '新购', desk.top())
    desk.wait('1 条记录|1 record', 'label')
    desk.fill('订单号', 'LX0')
    desk.wait('0 条记录|0 records', 'label')
    desk.close_all()


def give(desk, agree):
    """What the page of an unsubscription asks before it is submitted; @agree is the tick it wants, or None."""
    page = desk.top()
    desk.choose('退订原因', '业务测试完毕', page)
    if agree:
        desk.tick(agree, within=page)
    desk.press('退订', within=page)
    desk.wait('暂不退订', 'push button')
    desk.shot('question')
    desk.press('退订', within=desk.top())


def in_use(desk, name, tab='非五天无理由退订', renewed=False):
    """From the row's button to the submission."""
    desk.page('云服务退订')
    desk.press('退订使用中的资源')
    desk.press(tab)
    desk.of_row('退订资源', name)
    if renewed:
        desk.wait('存在未生效的续费周期', 'label')
        desk.press('退订资源', within=desk.top())
    desk.wait('退订原因', 'combo box', sensitive=True)
    desk.of_row('展开退款明细', name)
    desk.wait('收起退款明细')
    desk.shot('refund')
    amount = refund_told(desk)
    give(desk, '我已备份数据|I backed up the data')
    desk.wait('查看订单详情')
    desk.close_all()
    return amount


def refund_told(desk):
    """The amount at the foot of the page, as 105.73."""
    words = desk.words.of('实际退款：¥|Actual refund: ¥')
    told = until(lambda: [t for t in desk.texts() if any(t.startswith(w) for w in words)], 'no refund is told')
    return told[-1].split('¥')[1].replace(',', '')


def all_returned(desk):
    desk.clock('advance', '2d')
    until(lambda: not desk.ctl('orders', '--status', 'refunding')['rows'], 'the money did not come back')


def last_refund(desk):
    return desk.ctl('orders', '--type', 'unsubscription')['rows'][0]


def returned(desk, amount):
    """退款中, then 已完成 when the money is back, as much as was told."""
    order, before = last_refund(desk)['order'], Decimal(desk.ctl('balance')['balance'])
    desk.press('退订记录')
    desk.came_to('我的订单')
    desk.row_says(order, '退订', '退款中')
    desk.clock('advance', '2d')
    desk.row_says(order, '已完成')

    def back():
        return Decimal(desk.ctl('balance')['balance']) - before
    until(lambda: back() == Decimal(amount), lambda: f'{back()} came back, not {amount}')


def not_within_five_days(desk):
    """4.4.1.2 非五天无理由退订: 存在续费周期时先确认, 展开退款明细, 退订原因, 勾选, 退订, 再退订"""
    desk.ctl('clock', 'advance', '6d')
    desk.page('云服务退订')
    desk.row_says('web', '弹性云服务器')
    returned(desk, in_use(desk, 'web', renewed=True))


def several_at_once(desk):
    """4.4.1.2 批量退订: 生成组合交易订单"""
    paid(desk, order_ecs(desk, 'app1'), order_ecs(desk, 'app2'))
    desk.ctl('clock', 'advance', '6d')
    batch(desk, ('退订使用中的资源', '非五天无理由退订'), ('app1', 'app2'), '我已备份数据|I backed up the data')
    expect('composite', last_refund(desk)['composite'], True)
    all_returned(desk)


def batch(desk, tabs, names, agree):
    desk.page('云服务退订')
    for tab in tabs:
        desk.press(tab)
    for name in names:
        desk.row_says(name)
        desk.tick(f'选择 {name}|Select {name}')
    desk.press('批量退订')
    desk.wait('退订原因', 'combo box', sensitive=True)
    desk.shot('batch')
    give(desk, agree)
    desk.wait('已退订', 'label')
    desk.close_all()


def within_five_days(desk):
    """4.4.1.3 可五天无理由退订: 全额退还, 占用配额, 截止日期"""
    paid(desk, order(desk, 'vpc', 'net', '--term', '1y'))
    desk.page('云服务退订')
    desk.press('退订使用中的资源')
    desk.press('可五天无理由退订')
    desk.row_says('net', '虚拟私有云')
    desk.choose('五天无理由退订倒计时', '倒计时不限')
    returned(desk, expect('told', in_use(desk, 'net', tab='可五天无理由退订'), '100.00'))


def not_possible(desk):
    """4.4.1.4 不可退订: 查看具体原因"""
    paid(desk, order(desk, 'ssl-certificate', 'cert', '--term', '1y'))
    desk.page('云服务退订')
    desk.press('退订使用中的资源')
    desk.press('不可退订')
    desk.row_says('cert', '一次性|one-time')


def not_yet_begun(desk):
    """4.4.2 退订未生效的资源: 单个, 批量; 不收手续费"""
    start = f"{int(desk.ctl('clock')['now'][:4]) + 1}-06-01"
    for name in ('flow1', 'flow2', 'flow3'):
        paid(desk, order(desk, 'traffic-package', name, '--spec', '100', '--starts', start))
    desk.page('云服务退订')
    desk.press('退订未生效的资源')
    desk.of_row('退订资源', 'flow1')
    desk.wait('退订原因', 'combo box', sensitive=True)
    expect('told', refund_told(desk), '72.00')
    give(desk, None)
    desk.wait('查看订单详情')
    desk.close_all()
    batch(desk, ('退订未生效的资源',), ('flow2', 'flow3'), None)
    all_returned(desk)


def renewal_periods(desk):
    """4.4.3 退订续费周期: 选择退订后的到期时间; 批量"""
    for name in ('gate1', 'gate2', 'gate3'):
        paid(desk, order(desk, 'vpc', name, '--months', '1'))
        for _ in range(2):
            desk.ctl('renew', name, '--months', '1', '--pay')
            desk.clock('advance', '10s')
    desk.page('云服务退订')
    desk.press('退订续费周期')
    desk.of_row('退订续费周期', 'gate1')
    desk.wait('退订', 'push button', desk.top(), sensitive=True)
    expect('told', refund_told(desk), '20.00')
    keep_first(desk, ('gate1',), '10.00')
    for name in ('gate2', 'gate3'):
        desk.tick(f'选择 {name}|Select {name}')
    desk.press('批量退订')
    desk.wait('退订', 'push button', desk.top(), sensitive=True)
    expect('told', refund_told(desk), '40.00')
    keep_first(desk, ('gate2',), '30.00')
    expect('terms', [len(kept(desk, name)) for name in ('gate1', 'gate2', 'gate3')], [2, 2, 1])
    all_returned(desk)


def kept(desk, name):
    """Ends of the periods that still stand."""
    return [t['end'] for t in desk.ctl('resource', 'show', name)['terms'] if not t['refunded']]


def keep_first(desk, names, amount):
    """Of each its first renewal stays; the rest is given back."""
    page = desk.top()
    for name in names:
        desk.choose(name, kept(desk, name)[1][:10], page)
    until(lambda: refund_told(desk) == amount, f'the refund is not {amount}')
    desk.of_row('展开明细金额', names[0])
    desk.shot('periods')
    desk.press('退订', within=page)
    desk.wait('暂不退订', 'push button')
    desk.press('退订', within=desk.top())
    desk.wait('已退订', 'label')
    desk.close_all()


def a_failed_creation(desk):
    """4.4.4 退订创建失败的资源: 系统自动退订, 全额退还"""
    number, before = order(desk, 'eip', 'broken', '--bandwidth', '5', '--months', '1'), desk.ctl('balance')['balance']
    desk.ctl('tell-failure', number)
    paid(desk, number)
    desk.page('云服务退订')
    desk.press('退订记录')
    desk.came_to('我的订单')
    refund = last_refund(desk)['order']
    desk.row_says(refund, '退订', '系统')
    desk.of_row('详情', refund)
    desk.wait('¥115.00')
    desk.close_all()
    desk.clock('advance', '2d')
    desk.row_says(refund, '已完成')
    expect('balance', desk.ctl('balance')['balance'], before)


def as_reviewer(desk, verb, order):
    """The reviewer decides on a refund, and leaves the desk to the administrator."""
    desk.press('档案|Profile')
    desk.press('审批人', 'menu item')
    desk.page('退款审核')
    desk.row_says(order)
    desk.of_row(verb, order)
    page = desk.dialog(verb)
    if verb == '驳回':
        desk.fill('原因|Reason', '资产仍在使用', page)
    desk.shot(f'review-{verb}')
    desk.press(verb, within=page)
    until(lambda: desk.ctl('order', 'show', order)['status'] != 'review', f'{order} still waits')
    desk.close_all()
    desk.press('档案|Profile')
    desk.press('管理员', 'menu item')


def over_the_limit(desk):
    """A1-20 实际退款合计超过50,000元: 待审核; 驳回则已取消、资源保留; 通过则退款中、已完成"""
    names = ('big1', 'big2')
    paid(desk, *(order(desk, 'ecs', name, '--spec', 'm6.2xlarge.8', '--disk', '40', '--term', '3y') for name in names))
    desk.ctl('clock', 'advance', '6d')
    for verb, status in (('驳回', '已取消'), ('通过', '退款中')):
        batch(desk, ('退订使用中的资源', '非五天无理由退订'), names, '我已备份数据|I backed up the data')
        refund = last_refund(desk)['order']
        desk.page('我的订单')
        desk.row_says(refund, '待审核')
        as_reviewer(desk, verb, refund)
        desk.page('我的订单')
        desk.row_says(refund, status)
    all_returned(desk)


def exported(desk):
    """4.3.4 导出全部 → 自动跳转到“导出记录” → 下载 (5)"""
    desk.page('我的订单')
    desk.choose('订单类型', '全部类型')
    desk.press('导出全部')
    desk.wait('导出', 'push button', desk.top(), sensitive=True)
    desk.shot('export')
    desk.press('导出', within=desk.top())
    desk.came_to('导出记录')
    desk.press('下载')
    path = os.path.join(os.environ['TENURE_PROFILES'], '..', 'orders.csv')
    desk.save_as(path)
    desk.wait('已生成', 'label')
    with open(path, encoding='utf-8-sig', newline='') as file:
        rows = list(csv.reader(file))
    numbers = {row[0] for row in rows[2:]} | {row[1] for row in rows[2:]} - {''}
    expect('orders', {r['order'] for r in desk.ctl('orders')['rows']} - numbers, set())


STEPS = [pay_in_my_orders, cancel_a_composite_order, details_of_a_composite_order, all_records, not_within_five_days,
         several_at_once, within_five_days, not_possible, not_yet_begun, renewal_periods, a_failed_creation,
         over_the_limit, exported]
