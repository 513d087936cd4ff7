"""Chapter 4.1: pending orders are paid, alone and merged, cancelled, looked at, exported; the staff's part in them."""
import csv
import os

from desk import children, expect, has, until, window_of
from guide_orders import balance, close

COLUMNS = ('订单号', '组合交易订单', '类型', '来源', '状态', '产品类型', '区域', '计费模式', '购买时长', '资源名称', '资源ID',
           '创建时间', '支付时间', '完成时间', '支付截止时间', '订单金额', '商务折扣', '促销折扣', '折扣券', '其他优惠', '应付金额')


def profile(desk):
    desk.ctl('profile', 'create', '文化馆', '--practice', '--level', 'V3')
    desk.ctl('topup', '1000.00')


def place(desk, name, offer='eip', *more):
    """An order of ¥115.00 that waits for payment; another offer's price is its own."""
    bandwidth = ('--bandwidth', '5') if offer == 'eip' else ()
    return desk.ctl('order', 'place', '--offer', offer, '--name', name, '--months', '1', '--agree', *bandwidth,
                    *more)['orders'][0]


def status(desk, order):
    return desk.ctl('order', 'show', order)['status']


def paid(desk, *orders):
    until(lambda: all(status(desk, o) in ('processing', 'completed') for o in orders),
          lambda: f'{[status(desk, o) for o in orders]}')


def merge(desk, *names):
    desk.page('待支付订单')
    for name in names:
        desk.tick(f'选择 {name}|Select {name}')
    desk.wait(f'已选{len(names)}条|{len(names)} selected', 'label')
    desk.press('合并支付')
    return desk.wait('合并支付', 'frame')


def single(desk):
    """4.1.1 单个支付：代金券、现金券、储值卡，确认付款"""
    for kind, amount in (('voucher', '20.00'), ('flexi', '10.00'), ('card', '30.00')):
        desk.ctl('grant', kind, amount, '--name', kind)
    order = place(desk, 'gate')
    desk.page('待支付订单')
    desk.of_row('支付', order)
    window = desk.wait('支付', 'frame')
    for kind, left in (('voucher', '905.00'), ('flexi', '915.00'), ('card', '945.00')):
        desk.tick(kind, within=window)
        desk.wait(f'¥1,000.00 → ¥{left}', 'label', window)
    desk.wait('应支付：¥95.00|To pay: ¥95.00', 'label', window)
    desk.shot('coupons')
    desk.press('确认付款')
    desk.wait('支付成功')
    desk.press('查看订单详情')
    desk.wait('订单详情', 'label')
    for part in ('¥115.00', '¥20.00', '¥55.00'):
        desk.wait(part, 'label', desk.top())
    desk.shot('details_paid')
    close(desk, '订单详情', '支付')
    balance(desk, '945.00')
    paid(desk, order)


def granted(desk, action, title, fields, apply, **choices):
    """By the reviewer's hand, on the customer's row, which stays open."""
    desk.point(desk.all(action, 'list item')[-1])
    dialog = desk.wait(title, 'frame')
    for word, item in choices.items():
        desk.choose(word, item, dialog)
    for word, value in fields.items():
        desk.fill(word, value, dialog)
    desk.shot(f'grant-{len(fields)}-{len(choices)}')
    desk.press(apply, within=dialog)
    until(lambda: title not in {w.get_name() for w in desk.windows()}, f'{title} stays')


def discounted(desk):
    """4.1.1 单个支付：审批人授予商务折扣、发放折扣券；折扣券取代商务折扣，订单详情列出每项优惠"""
    desk.become('审批人')
    desk.page('客户')
    desk.point(desk.all('文化馆', 'list item')[-1])
    granted(desk, '授予折扣…', '授予折扣', {'名称': '框架协议', '折后价百分比（80 即八折）': '90'}, '发放')
    granted(desk, '发放优惠券或储值卡…', '发放优惠券或储值卡',
            {'名称': '八折券', '折后价百分比（80 即八折）': '80'}, '发放', 类型='折扣券')
    desk.become('管理员')
    order, before = place(desk, 'cheap'), desk.ctl('balance')['balance']
    desk.page('待支付订单')
    desk.row_says(order, '¥103.50')
    desk.of_row('支付', order)
    window = desk.wait('支付', 'frame')
    desk.wait('应支付：¥103.50|To pay: ¥103.50', 'label', window)
    desk.tick('八折券', within=window)
    desk.wait('应支付：¥92.00|To pay: ¥92.00', 'label', window)
    desk.shot('discounts')
    desk.press('确认付款')
    desk.press('查看订单详情')
    desk.wait('订单详情', 'label')
    for part in ('八折券', '¥23.00', '¥92.00'):
        desk.wait(part, 'label', desk.top())
    desk.shot('details_discounted')
    close(desk, '订单详情', '支付')
    balance(desk, f'{float(before) - 92:.2f}')
    paid(desk, order)


def merged(desk):
    """4.1.1 合并支付：勾选待支付订单，选择优惠，合并支付；付过的不再勾选"""
    desk.ctl('grant', 'card', '130.00', '--name', '两单用')
    orders = place(desk, 'one'), place(desk, 'two')
    window = merge(desk, 'one', 'two')
    desk.wait('应支付：¥230.00|To pay: ¥230.00', 'label', window)
    desk.tick('两单用', within=window)
    desk.wait('¥945.00 → ¥845.00', 'label', window)
    desk.shot('merged')
    desk.press('确认付款', within=window)
    desk.wait('支付成功', within=window)
    close(desk, '合并支付')
    paid(desk, *orders)
    balance(desk, '845.00')


def some_changed(desk):
    """4.1.1 合并支付：部分订单状态已变更，展示需要移除支付的订单号以及将继续支付的订单号"""
    stays, goes = place(desk, 'three'), place(desk, 'four')
    window = merge(desk, 'three', 'four')
    desk.wait('确认付款', 'push button', window, sensitive=True)
    desk.ctl('cancel', goes)
    desk.wait('订单状态已变更的订单不能进行支付。', 'label', window)
    desk.press('确认付款', within=window)
    question = desk.wait('支付其余订单？', 'label')
    removed, _, rest = desk.wait('需要移除支付的订单', 'label', window_of(question)).get_name().partition('\n\n')
    expect('removed', removed.split()[-1], goes)
    expect('paid', rest.split()[-1], stays)
    desk.shot('some_changed')
    desk.press('确认付款', within=window_of(question))
    desk.wait('支付成功', within=window)
    close(desk, '合并支付')
    paid(desk, stays)
    balance(desk, '730.00')


def all_changed(desk):
    """4.1.1 合并支付：全部订单状态已变更，不能进行支付操作，返回我的订单"""
    orders = place(desk, 'five'), place(desk, 'six')
    window = merge(desk, 'five', 'six')
    desk.wait('确认付款', 'push button', window, sensitive=True)
    desk.ctl('cancel', *orders)
    desk.wait('全部订单的订单状态已发生变更，不能进行支付操作。', 'label', window)
    expect('确认付款', has(desk.wait('确认付款', 'push button', window), 'SENSITIVE'), False)
    desk.shot('all_changed')
    desk.press('返回我的订单', within=window)
    desk.gone('合并支付', 'frame')
    desk.page('我的订单')
    for order in orders:
        desk.row_says(order, '已取消')


def awaiting(desk):
    """4.1.1 合并支付：待审核与待确认的订单不能支付，展示订单号；其余继续支付"""
    payable, review = place(desk, 'seven'), place(desk, 'host', 'deh')
    confirmation = desk.ctl('order', 'for-customer', '--offer', 'vpc', '--name', 'net')['orders'][0]
    desk.page('我的订单')
    for order, word in ((payable, '待支付'), (review, '待审核'), (confirmation, '待确认')):
        desk.row_says(order, word)
    for name in ('seven', 'host', 'net'):
        desk.tick(f'选择 {name}|Select {name}')
    desk.more('支付')
    window = desk.wait('合并支付', 'frame')
    desk.wait('待审核的订单', 'list', window)
    expect('review', [n.get_name() for n in children(desk.wait('待审核的订单', 'list', window))], [review])
    expect('confirm', [n.get_name() for n in children(desk.wait('待确认的订单', 'list', window))], [confirmation])
    desk.wait('以下订单需要通过审核才能支付|These orders must be approved', 'label', window)
    desk.shot('awaiting')
    desk.press('取消', within=window)
    desk.gone('合并支付', 'frame')
    desk.press('清除选择')
    expect('balance', desk.ctl('balance')['balance'], '730.00')


def by_the_manager(desk):
    """待确认：审批人代客下单，客户在我的订单中确认，再支付"""
    desk.become('审批人')
    desk.page('客户')
    desk.point(desk.all('文化馆', 'list item')[-1])
    desk.point(desk.all('代客下单', 'push button')[-1])
    desk.press('虚拟私有云', 'menu item')
    dialog = desk.wait('虚拟私有云（代 main 下单）|Virtual Private Cloud for main', 'frame')
    desk.fill('名称', 'office', dialog)
    desk.shot('behalf')
    desk.press('继续', within=dialog)
    desk.press('下单', within=dialog)
    desk.wait('已下单', 'label')
    order = until(lambda: desk.ctl('orders', '--search', 'office')['rows'], 'nothing was ordered')[0]['order']
    expect('status', status(desk, order), 'confirmation')
    desk.become('管理员')
    desk.page('我的订单')
    desk.row_says(order, '待确认', '客户经理')
    desk.of_row('确认', order)
    desk.shot('confirming')
    dialog = desk.wait('确认订单', 'frame')
    desk.press('确认', within=dialog)
    desk.wait('已确认', within=dialog)
    desk.press('关闭', within=dialog)
    desk.row_says(order, '待支付')
    desk.of_row('支付', order)
    desk.press('确认付款')
    desk.wait('支付成功')
    close(desk, '支付')
    paid(desk, order)


def after_approval(desk):
    """待审核：审批人在订购审核中通过，客户收到通知，再支付"""
    order = place(desk, 'dedicated', 'deh')
    desk.ctl('topup', '6000.00')
    desk.page('待支付订单')
    desk.page('我的订单')
    desk.row_says(order, '待审核')
    desk.become('审批人')
    desk.page('订购审核')
    desk.shot('reviewing')
    desk.of_row('通过', order)
    desk.shot('approving')
    desk.press('通过', within=desk.wait('通过', 'frame'))
    until(lambda: status(desk, order) == 'unpaid', lambda: status(desk, order))
    desk.become('管理员')
    desk.page('发件箱')
    desk.wait(order, 'label')
    desk.page('待支付订单')
    desk.row_says(order, '待支付', '¥5,200.00')
    desk.of_row('支付', order)
    desk.press('确认付款')
    desk.wait('支付成功')
    close(desk, '支付')
    paid(desk, order)


def cancel(desk):
    """4.1.2 取消支付：筛选订单，单击“取消”，在“提示”对话框中确定"""
    order, other = place(desk, 'eight'), place(desk, 'nine')
    desk.page('待支付订单')
    desk.fill('搜索', order)
    desk.wait('共1条|1 row', 'label')
    desk.of_row('取消', order)
    dialog = desk.wait('取消订单', 'frame')
    desk.wait(order, within=dialog)
    desk.shot('cancelling')
    desk.press('取消订单', within=dialog)
    until(lambda: status(desk, order) == 'cancelled', lambda: status(desk, order))
    desk.fill('搜索', '')
    desk.row_says(other, '待支付')
    until(lambda: not desk.rows(order), 'the cancelled order stays in the list')


def details(desk):
    """4.1.3 查看订单详情：单击“详情”，待支付订单详情页面可支付订单或取消订单"""
    order = place(desk, 'ten')
    desk.page('待支付订单')
    desk.of_row('详情', order)
    window = desk.wait('订单详情', 'frame')
    for word in (order, '待支付', '新购', '用户下单', '支付截止时间', '¥115.00', 'ten', '交易记录跟踪'):
        desk.wait(word, within=window)
    for button in ('支付', '取消订单'):
        desk.wait(button, 'push button', window, sensitive=True)
    desk.shot('details')
    desk.press('取消订单', within=window)
    desk.press('取消订单', within=desk.wait('取消订单', 'frame'))
    until(lambda: status(desk, order) == 'cancelled', lambda: status(desk, order))
    close(desk, '订单详情')


def export(desk):
    """4.1.4 批量导出：勾选目标订单，批量导出，页面跳转到导出记录，下载；文件的列与行"""
    orders = place(desk, 'eleven'), place(desk, 'twelve')
    desk.page('待支付订单')
    for name in ('eleven', 'twelve'):
        desk.tick(f'选择 {name}|Select {name}')
    desk.more('批量导出')
    dialog = desk.wait('批量导出', 'frame')
    desk.shot('export_form')
    desk.press('导出', within=dialog)
    desk.hidden = ()
    page = desk.wait('导出记录', 'filler')
    desk.wait('待支付订单', 'label', page)
    desk.wait('已选2项|2 chosen rows', 'label', page)
    desk.press('下载', within=page)
    path = os.path.join(os.environ['HOME'], 'unpaid.csv')
    desk.save_as(path)
    desk.wait('已生成', 'label', page)
    with open(path, encoding='utf-8-sig', newline='') as file:
        practice, head, *rows = list(csv.reader(file))
    expect('practice', [cell for cell in practice[1:] if cell], [])
    columns = dict(zip(COLUMNS, head))
    for chinese, told in columns.items():
        expect(f'column {chinese} is {told}', told in desk.words.of(chinese), True)
    expect('rows', {row[0] for row in rows}, set(orders))
    for row in rows:
        expect('due', row[COLUMNS.index('应付金额')], '115.00')


STEPS = [single, merged, some_changed, all_changed, awaiting, by_the_manager, after_approval, cancel, details, export,
         discounted]
