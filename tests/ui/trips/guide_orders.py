"""Chapter 3: ordering by the period, by use and as packages."""
from desk import expect, until


def profile(desk):
    desk.ctl('profile', 'create', '订购', '--practice', '--level', 'V3')
    desk.ctl('topup', '1000.00')


def balance(desk, wanted):
    until(lambda: desk.ctl('balance')['balance'] == wanted,
          lambda: f'the balance is {desk.ctl("balance")["balance"]}, not {wanted}')


def close(desk, *titles):
    for title in titles:
        desk.press('关闭', within=desk.wait(title, 'frame'))
        desk.gone(title, 'frame')


def order_page(desk, service):
    """步骤2、3：服务列表，选择云服务，单击“购买…”"""
    desk.page('服务')
    if not desk.width and desk.find('全部服务', 'push button'):
        desk.press('全部服务')
    desk.act(desk.wait(service, 'list item'))
    desk.press('购买…')
    return desk.wait('立即购买', 'push button')


def agree(desk, button):
    """步骤5、6：立即购买，核对，勾选服务声明"""
    desk.press('立即购买')
    desk.wait(button, 'push button')
    desk.shot('confirmation')
    desk.tick('服务声明|Service Statement')
    desk.press(button)


def by_the_period(desk):
    """3.1 包年/包月商品：弹性公网IP，5 Mbit/s，立即购买，服务声明，去支付；未支付的订单在待支付订单中支付"""
    order_page(desk, '弹性公网IP')
    desk.press('5 Mbit/s')
    desk.wait('IP保有费：免费 + 带宽费用：¥115.00|IP retention: free + bandwidth: ¥115.00', 'label')
    desk.fill('名称', 'gate')
    agree(desk, '去支付')
    desk.wait('确认付款', 'push button')
    desk.shot('payment')
    desk.press('取消', within=desk.top())
    desk.gone('确认付款', 'push button')
    balance(desk, '1000.00')
    order = desk.ctl('orders', '--search', 'gate')['rows'][0]
    desk.page('待支付订单')
    desk.row_says(order['order'], '待支付', '新购', '弹性公网IP', '¥115.00', '7天后|in 7 days')
    desk.of_row('支付', order['order'])
    desk.press('确认付款')
    desk.wait('支付成功')
    desk.wait('查看订单详情')
    desk.shot('paid')
    close(desk, '支付')
    balance(desk, '885.00')
    desk.clock('advance', '10s')
    until(lambda: desk.ctl('order', 'show', order['order'])['status'] == 'completed', 'the order was not delivered')


def by_use(desk):
    """3.2 按需计费商品：弹性公网IP，计费模式按需计费，服务声明，提交；按小时从余额扣费"""
    order_page(desk, '弹性公网IP')
    desk.choose('计费模式', '按需计费')
    desk.wait('IP保有费：免费 + 带宽费用：¥0.2395|IP retention: free + bandwidth: ¥0.2395', 'label')
    desk.shot('by_use')
    desk.fill('名称', 'hourly')
    agree(desk, '提交')
    desk.wait('已下单', 'label')
    close(desk, '购买弹性公网IP|Buy Elastic IP')
    desk.row_says('hourly', '使用中', '按需计费')
    balance(desk, '885.00')
    desk.clock('advance', '2h')
    until(lambda: desk.ctl('balance')['balance'] < '885', 'no hour was charged')
    expect('hours', desk.ctl('balance')['balance'], '884.54')


def packages(desk):
    """3.3 套餐包：共享流量包，立即购买，一次性支付；在套餐包中列出余量"""
    order_page(desk, '共享流量包')
    desk.choose('规格', '每月 100 GB')
    desk.fill('名称', 'flow')
    agree(desk, '去支付')
    desk.press('确认付款')
    desk.wait('支付成功')
    close(desk, '支付')
    balance(desk, '812.54')
    desk.clock('advance', '10s')
    package = until(lambda: desk.ctl('packages')['rows'], 'no package was delivered')[0]
    expect('package', package['name'], 'flow')
    desk.row_says('flow', '生效中', '100 GB')


STEPS = [by_the_period, by_use, packages]
