"""What stands around the guide's chapters: the first visit, profiles and the clock, the staff's desk (A1-15), changes
of a resource (A1-17), coupons, the activity."""
from desk import expect, run, until
from guide_orders import close
from hands import row_menu


def profile(desk):
    """None: the program welcomes who has no profile."""


def sample(desk):
    """Welcome: the sample institution, made while one waits"""
    desk.act(desk.wait('用示例单位试用', 'list item'))
    desk.wait('续费管理', 'list item')
    until(lambda: len(desk.ctl('resources')['rows']) > 50, 'the sample has no resources')
    desk.shot('sample')


def clock(desk):
    """A practice clock is moved from the window: 2 days and 3 hours"""
    before = desk.ctl('clock')['now']
    desk.press('调整时间')
    dialog = desk.wait('调整时间', 'frame')
    desk.spin_to(desk.wait('天数', 'spin button', dialog), 2)
    desk.spin_to(desk.wait('小时', 'spin button', dialog), 3)
    desk.shot('clock')
    desk.press('前进', within=dialog)
    desk.gone('调整时间', 'frame')
    until(lambda: desk.ctl('clock')['now'][:10] > before[:10], 'the clock did not move')


def granted(desk, action, title, fields, apply, ticks=()):
    """By the staff's hand, on the row of the customer, which stays open."""
    desk.point(desk.all(action, 'list item')[-1])
    dialog = desk.wait(title, 'frame')
    for word, value in fields.items():
        desk.fill(word, value, dialog)
    for word in ticks:
        desk.tick(word, within=dialog)
    desk.shot(f'grant-{len(fields)}-{len(ticks)}')
    desk.press(apply, within=dialog)
    desk.gone(title, 'frame')


def customer(desk):
    desk.page('客户')
    if not desk.find('授予折扣…', 'list item'):
        desk.point(desk.all('云港市公共服务中心|云港市公共服务中心', 'list item')[-1])
    desk.wait('授予折扣…', 'list item')


def grants(desk):
    """A1-15: a voucher that must be activated, with a threshold, reclaimed; a promotion that is not refunded"""
    desk.become('审批人')
    customer(desk)
    granted(desk, '发放优惠券或储值卡…', '发放优惠券或储值卡',
            {'名称': '春季券', '金额': '30', '满多少可用': '100', '最后一天（YYYY-MM-DD）': '2099-12-31'}, '发放',
            ['需先激活'])
    granted(desk, '授予折扣…', '授予折扣', {'名称': '春季促销', '折后价百分比（80 即八折）': '95'}, '发放',
            ['促销折扣，而非商务折扣', '用此折扣购买的不退款'])
    coupon = next(c for c in desk.ctl('coupons')['rows'] if c['name'] == '春季券')
    expect('voucher', (coupon['face'], coupon['status'], coupon['threshold']), ('30.00', 'inactive', '100.00'))
    granted(desk, '回收优惠券或储值卡…', '回收优惠券或储值卡', {'券号或卡号': coupon['coupon']}, '回收')
    reclaimed = next(c for c in desk.ctl('coupons')['rows'] if c['name'] == '春季券')
    expect('voucher', reclaimed['status'], 'reclaimed')
    discount = next(d for d in desk.ctl('discounts')['rows'] if d['name'] == '春季促销')
    expect('promotion', (discount['kind'], discount['no_refund']), ('promotion', True))


def frozen(desk):
    """A1-15: one resource is frozen by the police and freed again"""
    name = next(r for r in desk.ctl('resources')['rows']
                if r['life'] == 'in-use' and r['freeze'] == 'none' and r['bound_parts'] == 0)
    customer(desk)
    for choice, wanted in (('公安冻结', 'police'), ('未冻结', 'none')):
        desk.point(desk.all('冻结或解冻…', 'list item')[-1])
        dialog = desk.wait('冻结或解冻', 'frame')
        desk.fill('资源 ID（不填即整个账号）', name['id'], dialog)
        desk.choose('冻结', choice, dialog)
        desk.shot(f'freeze-{wanted}')
        desk.press('应用', within=dialog)
        desk.gone('冻结或解冻', 'frame')
        expect('freeze', desk.ctl('resource', 'show', name['id'])['freeze'], wanted)


def mark(desk):
    """A1-15: an order is marked as invoiced"""
    order = next(o['order'] for o in desk.ctl('orders', '--status', 'completed')['rows']
                 if o['type'] == 'new' and not o['composite'])
    desk.press('标记订单…')
    dialog = desk.wait('标记订单', 'frame')
    desk.fill('订单号', order, dialog)
    desk.choose('标记', '已开发票', dialog)
    desk.press('应用', within=dialog)
    desk.gone('标记订单', 'frame')
    until(lambda: desk.ctl('order', 'show', order)['invoiced'], 'no mark')


def withdraw(desk):
    """A1-15: a product is withdrawn, and on offer again"""
    desk.page('产品目录')
    for verb, title, apply in (('下架', '下架产品', '下架'), ('重新上架', '重新上架产品', '重新上架')):
        desk.press(f'{verb}云桌面|{"Withdraw Workspace" if verb == "下架" else "Offer Workspace Again"}')
        dialog = desk.wait(title, 'frame')
        desk.shot('withdraw')
        desk.press(apply, within=dialog)
        desk.gone(title, 'frame')


def review(desk):
    """A1-15: a purchase is rejected with a reason, a refund is approved"""
    waiting = desk.ctl('review', 'list')['rows']
    purchase = next(r['order'] for r in waiting if r['type'] == 'new')
    refund = next(r['order'] for r in waiting if r['type'] != 'new')
    desk.page('订购审核')
    desk.of_row('驳回', purchase)
    dialog = desk.wait('驳回', 'frame')
    desk.fill('原因', '预算不足', dialog)
    desk.shot('reject')
    desk.press('驳回', within=dialog)
    until(lambda: desk.ctl('order', 'show', purchase)['status'] == 'cancelled', 'not rejected')
    desk.page('退款审核')
    desk.of_row('通过', refund)
    dialog = desk.wait('通过', 'frame')
    desk.shot('approve')
    desk.press('通过', within=dialog)
    until(lambda: desk.ctl('order', 'show', refund)['status'] in ('refunding', 'completed'), 'not approved')
    desk.become('管理员')


def coupons(desk):
    """A coupon is activated, the balance topped up"""
    desk.page('余额与优惠')
    desk.shot('balance')
    before = desk.ctl('balance')['balance']
    desk.act(until(lambda: next(iter(desk.all('激活', 'push button')), None), 'nothing can be activated'))
    desk.press('激活', within=desk.wait('激活', 'frame'))
    desk.gone('激活', 'frame')
    desk.key('ctrl+t')
    dialog = desk.wait('充值', 'frame')
    desk.fill('金额', '250.50', dialog)
    desk.press('充值', within=dialog)
    desk.gone('充值', 'frame')
    until(lambda: round(float(desk.ctl('balance')['balance']) - float(before), 2) == 250.5, 'not topped up')


def of_service(desk, service, name, action, title):
    """A resource's own menu, where its service is listed."""
    desk.page('服务')
    if not desk.width and desk.find('全部服务', 'push button'):
        desk.press('全部服务')
    desk.act(desk.wait(service, 'list item'))
    desk.wait('购买…', 'push button')
    row_menu(desk, name, action)
    return desk.wait(title, 'frame')


def paid(desk, dialog):
    """From the form to the payment and back."""
    before = desk.ctl('balance')['balance']
    desk.press('去支付', within=dialog)
    desk.press('确认付款')
    desk.wait('支付成功')
    close(desk, '支付')
    until(lambda: float(desk.ctl('balance')['balance']) < float(before), 'nothing was paid')


def changed(desk):
    """A1-17: an EIP gets more bandwidth, a server another disk; A1-21: what runs by the hour goes on by the year"""
    ours = [r for r in desk.ctl('renewals', '--mode', 'manual')['rows']
            if r['life'] == 'in-use' and r['freeze'] == 'none' and not r['open_order']]
    eip = next(r for r in ours if r['offer'] == 'eip' and r['unstarted_periods'] == 0)
    dialog = of_service(desk, '弹性公网IP', eip['name'], '变更规格', '变更规格')
    desk.spin_to(desk.wait('大小', 'spin button', dialog), 30)
    desk.shot('change')
    paid(desk, dialog)
    server = next(r for r in ours if r['offer'] == 'ecs' and r['unstarted_periods'] == 0)
    dialog = of_service(desk, '弹性云服务器', server['name'], '追加附属资源', '追加附属资源')
    desk.fill('名称', '数据盘', dialog)
    desk.shot('attach')
    paid(desk, dialog)
    dialog = of_service(desk, '弹性公网IP', '旧公网IP', '按需转包周期', '按需转包周期')
    desk.shot('to-period')
    paid(desk, dialog)
    until(lambda: desk.ctl('resource', 'show', '旧公网IP')['expiry'], 'it goes on by the hour')


def activity(desk):
    """The activity: its chain is verified, older events shown, one found by a word"""
    desk.page('操作记录')
    desk.press('校验')
    desk.shot('verified')
    desk.press('显示更早的记录')
    word = '充值|Top up'
    desk.fill('搜索', desk.words.of(word)[0])
    until(lambda: desk.all(word, 'list item'), 'nothing was found')
    desk.fill('搜索', '')


def profiles(desk):
    """A second profile is made in the window, and the first taken again"""
    desk.press('档案')
    desk.press('新建演练档案…', 'menu item')
    dialog = desk.wait('新建演练档案', 'frame')
    desk.fill('名称', '分馆', dialog)
    desk.choose('客户等级', 'V3', dialog)
    desk.shot('new-profile')
    desk.press('创建', within=dialog)
    until(lambda: any('分馆' in (w.get_name() or '') for w in desk.windows()), 'the profile does not open')
    desk.press('档案')
    desk.press('示例单位（演练）|Sample Institution (practice)', 'menu item')
    until(lambda: any(w.get_name().startswith(tuple(desk.words.of('示例单位|Sample Institution')))
                      for w in desk.windows()), 'the first profile does not open again')
    run(desk.tenurectl, 'profile', 'delete', '分馆')


STEPS = [sample, clock, grants, frozen, mark, withdraw, review, coupons, changed, activity, profiles]
