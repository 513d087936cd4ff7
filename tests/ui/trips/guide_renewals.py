"""Chapter 4.2.1 to 4.2.3: renewing by hand, automatic renewal and its deduction day, the unified expiry day."""
from datetime import datetime, timedelta

from desk import expect, until
from hands import (advance, bar, buy, choose, close_all, done, expiry, follow, no_row, now, pay, resource, row_menu,
                   row_press, row_says, rows_are, search, shows, spin, standing, tab, tick_rows, total)

EIP = ('--offer', 'eip', '--region', 'cn-north-9', '--bandwidth', '5')
ECS = ('--offer', 'ecs', '--spec', 's6.small.1', '--disk', '40')
MONTH, THREE = '1个月|1 month', '3个月|3 months'


def profile(desk):
    """The guide's own dates (4.2.3): A expires on 15 March, B on 10 April."""
    desk.ctl('profile', 'create', '续费', '--practice', '--level', 'V3')
    start = now(desk)
    advance(desk, datetime(start.year + 1, 2, 10, 10) - start)
    desk.ctl('topup', '100000')
    buy(desk, 'eip-b', *EIP, '--months', '2')
    advance(desk, timedelta(days=5))
    for name in ('eip-a', 'eip-c', 'eip-d'):
        buy(desk, name, *EIP, '--months', '1')
    for name in ('web-1', 'web-2', 'web-3', 'web-4'):
        buy(desk, name, *ECS, '--months', '1')
    buy(desk, 'net', '--offer', 'vpc', '--term', '1y')
    buy(desk, 'flow', '--offer', 'traffic-package', '--spec', '100', '--months', '1')
    advance(desk, timedelta(seconds=10))


def balance(desk):
    return desk.ctl('balance')['balance']


def spent(desk, before, amount):
    """The window carries out what came due, a moment after the clock was moved by the command line."""
    def gone():
        return f'{float(before) - float(balance(desk)):.2f}'
    until(lambda: gone() == amount, lambda: f'{gone()} was spent, not {amount}')


def filters(desk):
    """4.2.1.1 步骤4: 到期时间, 实例ID/实例名称/订单号, 产品类型, 隐藏资源包, 只显示资源包"""
    tab(desk, '手动续费项')
    everything = {'eip-a', 'eip-b', 'eip-c', 'eip-d', 'web-1', 'web-2', 'web-3', 'web-4', 'net', 'flow'}
    rows_are(desk, everything)
    choose(desk, '到期时间', '30天内到期')
    rows_are(desk, everything - {'eip-b', 'net'})
    choose(desk, '到期时间', '全部到期时间')
    search(desk, resource(desk, 'web-2')['id'])
    rows_are(desk, {'web-2'})
    search(desk, resource(desk, 'web-3')['terms'][0]['order'])
    rows_are(desk, {'web-3'})
    search(desk, 'eip')
    rows_are(desk, {'eip-a', 'eip-b', 'eip-c', 'eip-d'})
    search(desk, '')
    choose(desk, '产品类型', '虚拟私有云')
    rows_are(desk, {'net'})
    choose(desk, '产品类型', '全部产品类型')
    desk.tick('只显示资源包|Show only packages')
    rows_are(desk, {'flow'})
    desk.tick('隐藏资源包|Hide packages')
    rows_are(desk, everything - {'flow'})
    desk.tick('隐藏资源包|Hide packages', False)
    rows_are(desk, everything)


def renew_one(desk):
    """4.2.1.1 单个续费: 操作列“续费”, 续费时长, 去支付, 确认付款, 查看订单详情"""
    before = balance(desk)
    tab(desk, '手动续费项')
    row_press(desk, '续费', 'web-1')
    total(desk, '¥620.00')  # 有1年产品，续费时长默认一年
    shows(desk, '随web-1一同处理|goes along with web-1')
    choose(desk, '续费时长', MONTH)
    total(desk, '¥62.00')
    desk.press('去支付')
    total(desk, '¥62.00')
    desk.press('确认付款')
    desk.press('查看订单详情')
    shows(desk, '已完成', '续订', '¥62.00', 'web-1', 'web-1-volume-0000')
    close_all(desk)
    row_says(desk, 'web-1', f'{now(desk).year}-04-15', '使用中')
    expect('expiry', expiry(desk, 'web-1')[5:], '04-15 23:59:59')
    spent(desk, before, '62.00')


def renew_later(desk):
    """4.2.1.1 暂不支付: 关闭支付页面; 提示框的订单号; 隐藏有待支付订单的资源; 在“待支付订单”支付"""
    before = balance(desk)
    tab(desk, '手动续费项')
    row_press(desk, '续费', 'web-2')
    choose(desk, '续费时长', MONTH)
    total(desk, '¥62.00')
    desk.press('去支付')
    desk.wait('确认付款', sensitive=True)
    close_all(desk)
    row_says(desk, 'web-2', '有未完成订单', '-03-15')
    order = desk.ctl('orders', '--status', 'unpaid')['rows'][0]['order']
    desk.tick('隐藏有待支付订单的资源|Hide resources with unpaid orders')
    no_row(desk, 'web-2')
    desk.tick('隐藏有待支付订单的资源|Hide resources with unpaid orders', False)
    if desk.width:
        row_press(desk, '更多操作', 'web-2')
        desk.press(f'查看订单{order}|View Order {order}')
    else:
        row_press(desk, '续费', 'web-2')
        follow(desk, order, order, desk.wait('将发生的变化', 'list'))
    shows(desk, order, '待支付', '¥62.00')
    desk.press('支付')
    desk.press('确认付款')
    desk.wait('查看订单详情')
    close_all(desk)
    row_says(desk, 'web-2', '-04-15')
    expect('unpaid', desk.ctl('orders', '--status', 'unpaid')['rows'], [])
    spent(desk, before, '62.00')


def renew_batch(desk):
    """4.2.1.1 批量续费: 勾选, 列表“批量续费”; 组合交易订单, 由详情的订单号查看; 不支付则共同取消"""
    before = balance(desk)
    tab(desk, '手动续费项')
    tick_rows(desk, 'web-3', 'eip-a')
    desk.press('批量续费')
    total(desk, '¥1,770.00')
    choose(desk, '续费时长', MONTH)
    total(desk, '¥177.00')
    desk.press('去支付')
    desk.press('确认付款')
    desk.press('查看订单详情')
    shows(desk, '组合交易订单包含的订单', '¥177.00')
    composite = next(r for r in desk.ctl('orders', '--type', 'renewal')['rows'] if r['composite'])
    expect('composite', (composite['status'], composite['due']), ('completed', '177.00'))
    children = desk.ctl('order', 'show', composite['order'])['children']
    expect('children', len(children), 2)
    child = children[0] if isinstance(children[0], str) else children[0]['order']
    desk.point(desk.wait(child, 'list item'), clicks=2)
    shows(desk, '组合交易订单号', composite['order'])
    desk.shot('composite')
    close_all(desk)
    for name in ('web-3', 'eip-a'):
        row_says(desk, name, '-04-15')
    spent(desk, before, '177.00')


def set_auto_one(desk):
    """4.2.2.1 单个自动续费: 操作列“设为自动续费”, 续费时长, 预设自动续费次数, 开通"""
    tab(desk, '手动续费项')
    row_menu(desk, 'web-1', '设为自动续费')
    choose(desk, '续费时长', THREE)
    desk.tick('预设自动续费次数')
    desk.point(desk.wait('次数', 'spin button', sensitive=True))  # its minus, which can go no lower: nothing happens
    spin(desk, '次数', 2)
    desk.shot('set-auto')
    done(desk, '开通')
    no_row(desk, 'web-1')
    tab(desk, '自动续费项')
    row_says(desk, 'web-1', THREE, '剩余次数：2|Times left: 2')
    shown = resource(desk, 'web-1')
    expect('web-1', (shown['mode'], shown['auto_months'], shown['auto_left']), ('auto', 3, 2))


def set_auto_batch(desk):
    """4.2.2.1 批量自动续费: 勾选, 列表“设为自动续费”, 默认不限次数, 开通"""
    tab(desk, '手动续费项')
    tick_rows(desk, 'web-2', 'web-3', 'web-4', 'eip-b')
    bar(desk, '设为自动续费')
    choose(desk, '续费时长', MONTH)
    shows(desk, '不限次数')
    done(desk, '开通')
    tab(desk, '自动续费项')
    for name in ('web-2', 'web-3', 'web-4', 'eip-b'):
        row_says(desk, name, MONTH, '不限次数')
        shown = resource(desk, name)
        expect(name, (shown['mode'], shown['auto_months'], shown['auto_left']), ('auto', 1, -1))


def modify_auto(desk):
    """4.2.2.2 修改自动续费: 单个 (续费时长, 次数保留), 批量 (重置自动续费次数)"""
    tab(desk, '自动续费项')
    row_menu(desk, 'web-1', '修改自动续费')
    standing(desk, '续费方式', '到期自动续费')
    choose(desk, '续费时长', MONTH)
    done(desk, '确定')
    row_says(desk, 'web-1', MONTH, '剩余次数：2|Times left: 2')
    expect('times left', resource(desk, 'web-1')['auto_left'], 2)
    tick_rows(desk, 'web-1', 'web-2')
    bar(desk, '修改自动续费')
    desk.tick('重置自动续费次数')
    desk.tick('预设自动续费次数')
    spin(desk, '次数', 5)
    desk.shot('modify')
    done(desk, '确定')
    for name in ('web-1', 'web-2'):
        row_says(desk, name, '剩余次数：5|Times left: 5')
        expect(name, resource(desk, name)['auto_left'], 5)


def cancel_auto(desk):
    """4.2.2.3 取消自动续费: “修改自动续费”, 设置“续费方式”为“手动续费”, 确定"""
    tab(desk, '自动续费项')
    row_menu(desk, 'web-1', '修改自动续费')
    choose(desk, '续费方式', '手动续费')
    done(desk, '确定')
    no_row(desk, 'web-1')
    expect('mode', resource(desk, 'web-1')['mode'], 'manual')
    tab(desk, '手动续费项')
    row_says(desk, 'web-1', '使用中')


def set_manual(desk):
    """4.2.1.2 设为手动续费: 单个与批量, “确定”"""
    tab(desk, '自动续费项')
    row_menu(desk, 'web-2', '设为手动续费')
    desk.shot('set-manual')
    done(desk, '确定')
    no_row(desk, 'web-2')
    tick_rows(desk, 'web-3', 'eip-b')
    bar(desk, '设为手动续费')
    done(desk, '确定')
    rows_are(desk, {'web-4'})
    for name in ('web-2', 'web-3', 'eip-b'):
        expect(name, resource(desk, name)['mode'], 'manual')


def deduction_day(desk):
    """4.2.2.4 自动续费扣款日: 列表上方自动续费扣款日后的“修改”, 勾选确认内容, “确定”; 于该日扣款"""
    tab(desk, '自动续费项')
    desk.wait('自动续费扣款日：到期前7天|Deduction Day: 7 days before', 'label')
    desk.press('修改')
    choose(desk, '扣款时间', '到期前3天|3 days before expiry')
    desk.tick('我已知晓立即生效，并保证余额充足。')
    desk.shot('deduction')
    done(desk, '确定')
    desk.wait('自动续费扣款日：到期前3天|Deduction Day: 3 days before', 'label')
    expect('expiry', expiry(desk, 'web-4')[5:], '03-15 23:59:59')
    before = balance(desk)
    advance(desk, datetime(now(desk).year, 3, 12, 2, 59) - now(desk))
    expect('before the day', balance(desk), before)
    desk.clock('advance', '2m')
    spent(desk, before, '62.00')
    row_says(desk, 'web-4', '-04-15')


def unify(desk):
    """4.2.3 统一到期日: 勾选, 列表“统一到期日”, 修改 (笔形图标), 确定, 提示成功, 去支付; 指南的例子A、B"""
    year, before = now(desk).year, balance(desk)
    tab(desk, '手动续费项')
    tick_rows(desk, 'eip-c', 'eip-b')
    bar(desk, '统一到期日')
    choose(desk, '续费时长', MONTH)
    shows(desk, '每月1日|day 1 of the month', f'{year}-03-15 → {year}-05-01', f'{year}-04-10 → {year}-06-01',
          '补齐16天|16 days', '补齐22天|22 days')
    total(desk, '¥372.95')
    desk.press('修改统一到期日')
    choose(desk, '日期', '每月15日|day 15 of the month')
    desk.shot('day')
    desk.press('确定')
    desk.wait('设置统一到期日成功', 'label')
    total(desk, '¥248.55')
    desk.shot('unified')
    pay(desk)
    expect('A', expiry(desk, 'eip-c')[5:10], '04-15')
    expect('B', expiry(desk, 'eip-b')[5:10], '05-15')
    row_says(desk, 'eip-b', f'{year}-05-15')
    spent(desk, before, '248.55')


def renew_to_day(desk):
    """4.2.3 续费到统一到期日: “续费”, 勾选统一到期日, 修改为每月最后一天, 去支付"""
    before, year = balance(desk), now(desk).year
    tab(desk, '手动续费项')
    row_press(desk, '续费', 'eip-d')
    choose(desk, '续费时长', MONTH)
    desk.tick('统一到期日')
    desk.press('修改统一到期日')
    choose(desk, '日期', '当月最后一天')
    desk.press('确定')
    desk.wait('设置统一到期日成功', 'label')
    shows(desk, f'{year}-03-15 → {year}-04-30')
    pay(desk)
    row_says(desk, 'eip-d', f'{year}-04-30')
    spent(desk, before, '172.50')
    expect('expiry', expiry(desk, 'eip-d')[5:], '04-30 23:59:59')


def renew_and_go_on(desk):
    """4.2.1.1 步骤7: 续费页面上设置自动续费; 付款后归置到“自动续费项”"""
    before, year = balance(desk), now(desk).year
    tab(desk, '手动续费项')
    row_press(desk, '续费', 'eip-c')
    choose(desk, '续费时长', MONTH)
    desk.tick('自动续费')
    shows(desk, '→ 自动续费项，每次1个月，剩余次数：不限次数|→ Automatic renewal')
    desk.shot('and-go-on')
    pay(desk)
    no_row(desk, 'eip-c')
    tab(desk, '自动续费项')
    row_says(desk, 'eip-c', f'{year}-05-15')
    spent(desk, before, '115.00')


STEPS = [filters, renew_one, renew_later, renew_batch, set_auto_one, set_auto_batch, modify_auto, cancel_auto,
         set_manual, unify, renew_to_day, renew_and_go_on, deduction_day]
