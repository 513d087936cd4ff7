"""Chapter 4.2.4 to 4.2.8: what happens at expiry, releasing, exporting, and the states of resources."""
import os
from datetime import datetime, timedelta

from desk import Lost, expect
from hands import (advance, bar, buy, choose, close_all, done, download, expiry, no_row, now, pay, resource,
                   row_menu, row_press, row_says, rows_are, sheet, shows, tab, tick_rows, total, until)

EIP = ('--offer', 'eip', '--region', 'cn-north-9', '--bandwidth', '5')
ECS = ('--offer', 'ecs', '--spec', 's6.small.1', '--disk', '40')
MONTH = '1个月|1 month'
RESOURCE_COLUMNS = ['名称', 'ID', '产品类型', '规格', '区域', '续费方式', '到期时间']
LIST_COLUMNS = RESOURCE_COLUMNS + ['时长', '新到期时间', '预估费用']
PRICE_COLUMNS = RESOURCE_COLUMNS + ['1个月价格', '1年价格', '2年价格', '3年价格']


def profile(desk):
    """Everything but the network expires on 10 March."""
    desk.ctl('profile', 'create', '到期', '--practice', '--level', 'V3')
    start = now(desk)
    advance(desk, datetime(start.year + 1, 2, 10, 10) - start)
    desk.ctl('topup', '100000')
    for name in ('eip-1', 'eip-2', 'eip-3', 'eip-4'):
        buy(desk, name, *EIP, '--months', '1')
    for name in ('web-1', 'web-2'):
        buy(desk, name, *ECS, '--months', '1')
    buy(desk, 'net', '--offer', 'vpc', '--term', '1y')
    buy(desk, 'flow', '--offer', 'traffic-package', '--spec', '100', '--months', '1')
    advance(desk, timedelta(seconds=10))


def modes_are(desk, mode, *names):
    for name in names:
        expect(name, resource(desk, name)['mode'], mode)


# 4.2.7 ---------------------------------------------------------------------------------------------------------------

def columns_are(desk, seen, wanted):
    if len(seen) != len(wanted) or not all(s in desk.words.of(w) for s, w in zip(seen, wanted)):
        raise Lost(f'columns {seen}, not {wanted}')


def saved(desk, name):
    """The newest record, downloaded into a folder and read: its rows from the titles on."""
    path = os.path.join(os.environ['TENURE_PROFILES'], '..', 'downloads', name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    download(desk, os.path.realpath(path))
    lines = sheet(path)
    return lines[next(i for i, line in enumerate(lines) if line[0] in desk.words.of('名称')):]


def moment(cell):
    """Excel counts the days since 1899-12-30."""
    if '-' in cell:
        return cell
    return str(datetime(1899, 12, 30) + timedelta(seconds=round(float(cell) * 86400)))


def check_list(desk, lines):
    """What three resources cost for a month, with their sum."""
    year = now(desk).year
    columns_are(desk, lines[0], LIST_COLUMNS)
    by_name = {line[0]: line for line in lines[1:]}
    for name, cost in (('eip-1', '115.00'), ('web-1', '62.00'), ('flow', '72.00')):
        line = by_name[name]
        expect(name, (line[1], moment(line[6]), moment(line[8]), f'{float(line[9]):.2f}'),
               (resource(desk, name)['id'], f'{year}-03-10 23:59:59', f'{year}-04-10 23:59:59', cost))
    expect('rows', len(lines), 5)
    expect('sum', (lines[-1][0] in desk.words.of('合计'), f'{float(lines[-1][9]):.2f}'), (True, '249.00'))


def list_csv(desk):
    """4.2.7.1 导出续费清单: 勾选, “导出续费清单”, 续费时长, “导出”; 跳转到导出记录, “下载” (CSV)"""
    tab(desk, '手动续费项')
    tick_rows(desk, 'eip-1', 'web-1', 'flow')
    bar(desk, '导出续费清单')
    choose(desk, '续费时长', MONTH)
    desk.shot('export-list')
    done(desk, '导出')
    check_list(desk, saved(desk, 'list.csv'))
    expect('record', [(r['state'], r['rows']) for r in desk.ctl('exports')['rows']], [('ready', 3)])


def list_xlsx(desk):
    """4.2.7.1 导出续费清单 (Excel)"""
    tab(desk, '手动续费项')
    tick_rows(desk, 'eip-1', 'web-1', 'flow')
    bar(desk, '导出续费清单')
    choose(desk, '续费时长', MONTH)
    choose(desk, '文件格式', 'Excel（XLSX）')
    done(desk, '导出')
    check_list(desk, saved(desk, 'list.xlsx'))


def prices_csv(desk):
    """4.2.7.2 导出续费价目表: 不设置查询条件, 全部待续费资源 (CSV)"""
    tab(desk, '手动续费项')
    desk.press('导出续费价目表')
    desk.wait('文件格式', 'combo box')
    desk.shot('export-prices')
    done(desk, '导出')
    lines = saved(desk, 'prices.csv')
    columns_are(desk, lines[0], PRICE_COLUMNS)
    by_name = {line[0]: line[7:] for line in lines[1:]}
    expect('names', set(by_name), {'eip-1', 'eip-2', 'eip-3', 'eip-4', 'web-1', 'web-2', 'net', 'flow'})
    expect('web-1', by_name['web-1'], ['62.00', '620.00', '1240.00', '1860.00'])
    expect('flow', by_name['flow'], ['72.00', '', '', ''])


def prices_xlsx(desk):
    """4.2.7.2 导出续费价目表: 符合查询条件的 (Excel)"""
    tab(desk, '手动续费项')
    choose(desk, '产品类型', '弹性云服务器')
    rows_are(desk, {'web-1', 'web-2'})
    desk.press('导出续费价目表')
    choose(desk, '文件格式', 'Excel（XLSX）')
    done(desk, '导出')
    lines = saved(desk, 'prices.xlsx')
    columns_are(desk, lines[0], PRICE_COLUMNS)
    expect('names', {line[0] for line in lines[1:]}, {'web-1', 'web-2'})
    expect('web-2', [float(cell) for cell in lines[1][7:]], [62.0, 620.0, 1240.0, 1860.0])
    tab(desk, '手动续费项')
    choose(desk, '产品类型', '全部产品类型')


# 4.2.4 and 4.2.5 -----------------------------------------------------------------------------------------------------

def to_use(desk):
    """4.2.4 到期转按需: 单个 (操作列), 批量 (列表上方), “到期转按需”; 套餐包不可"""
    tab(desk, '手动续费项')
    row_menu(desk, 'eip-1', '到期转按需')
    desk.shot('to-use')
    done(desk, '到期转按需')
    no_row(desk, 'eip-1')
    row_press(desk, '更多操作', 'flow')
    shows(desk, '套餐包一次性付费，不能转为按需；请选择其他续费方式')
    desk.key('Escape')
    tick_rows(desk, 'eip-2', 'eip-3')
    bar(desk, '到期转按需')
    done(desk, '到期转按需')
    tab(desk, '到期转按需项')
    rows_are(desk, {'eip-1', 'eip-2', 'eip-3'})
    modes_are(desk, 'to-pay-per-use', 'eip-1', 'eip-2', 'eip-3')


def taken_back(desk):
    """4.2.4 / 4.2.1.2: “到期转按需项”页签的实例重新“设为手动续费”"""
    tab(desk, '到期转按需项')
    row_menu(desk, 'eip-3', '设为手动续费')
    done(desk, '确定')
    rows_are(desk, {'eip-1', 'eip-2'})
    tab(desk, '手动续费项')
    row_says(desk, 'eip-3', '使用中')
    modes_are(desk, 'manual', 'eip-3')


def no_renewal(desk):
    """4.2.5 到期不续费: 单个与批量, “确定”; 之后仍可手动续费、设为自动续费; 已下架的不可"""
    tab(desk, '手动续费项')
    row_menu(desk, 'web-1', '到期不续费')
    desk.shot('no-renewal')
    done(desk, '确定')
    tick_rows(desk, 'web-2', 'eip-3', 'eip-4', 'flow')
    bar(desk, '到期不续费')
    done(desk, '确定')
    tab(desk, '到期不续费项')
    rows_are(desk, {'web-1', 'web-2', 'eip-3', 'eip-4', 'flow'})
    modes_are(desk, 'no-renewal', 'web-1', 'web-2', 'eip-3', 'eip-4', 'flow')
    row_menu(desk, 'eip-3', '设为自动续费')
    done(desk, '开通')
    no_row(desk, 'eip-3')
    modes_are(desk, 'auto', 'eip-3')
    row_press(desk, '续费', 'eip-4')
    choose(desk, '续费时长', MONTH)
    total(desk, '¥115.00')
    pay(desk)
    expect('expiry', expiry(desk, 'eip-4')[5:10], '04-10')
    row_says(desk, 'eip-4', '-04-10')


def withdrawn(desk):
    """4.2.5 / 4.2.1.2: 已下架的产品不支持手动续费、设为手动续费、设为自动续费"""
    desk.ctl('withdraw-offer', 'traffic-package')
    tab(desk, '到期不续费项')
    if not desk.width:
        row_press(desk, '续费', 'flow')
        shows(desk, '产品已下架，不能续费或修改续费设置；可设为到期不续费，或退订')
        if desk.find('去支付', 'push button', sensitive=True):
            raise Lost('what is no longer sold can be renewed')
        close_all(desk)
    row_press(desk, '更多操作', 'flow')
    shows(desk, '产品已下架，不能续费或修改续费设置；可设为到期不续费，或退订')
    for word in ('设为手动续费', '设为自动续费'):
        expect(word, desk.item(word), None)
    desk.key('Escape')
    desk.ctl('withdraw-offer', 'traffic-package', '--undo')


# 4.2.6 and 4.2.8 -----------------------------------------------------------------------------------------------------

def in_use(desk):
    """4.2.8 使用中: 有效期内; 不能释放 (4.2.6)"""
    tab(desk, '到期不续费项')
    for name in ('web-1', 'web-2', 'flow'):
        row_says(desk, name, '使用中', '-03-10')
    row_press(desk, '更多操作', 'web-1')
    shows(desk, '只能释放已过期的资源|only what has expired can be released')
    expect('release', desk.item('释放'), None)
    desk.key('Escape')


def expired(desk):
    """4.2.8 已过期: 过了有效期未续订; 到期转按需的按小时计费, 自动续费的已续费"""
    advance(desk, datetime(now(desk).year, 3, 11, 10) - now(desk))
    tab(desk, '到期不续费项')
    for name in ('web-1', 'web-2', 'flow'):
        row_says(desk, name, '已过期', '-03-10')
    row_says(desk, 'eip-4', '使用中')
    choose(desk, '到期时间', '已过期')
    rows_are(desk, {'web-1', 'web-2', 'flow'})
    desk.shot('expired')
    choose(desk, '到期时间', '全部到期时间')
    tab(desk, '到期转按需项')
    rows_are(desk, set())
    expect('by the hour', {row['name'] for row in desk.ctl('metered')['rows']}, {'eip-1', 'eip-2'})
    expect('auto', expiry(desk, 'eip-3')[:4], str(now(desk).year + 1))


def release(desk):
    """4.2.6 释放资源: “更多 > 释放”, “释放”, “确定”; 绑定的系统盘一起释放, VPC保留; 公安冻结的不允许"""
    tab(desk, '到期不续费项')
    desk.ctl('freeze', 'police', 'web-1')
    row_press(desk, '更多操作', 'web-1')
    shows(desk, '资源处于公安冻结状态，解冻前不能进行任何操作')
    expect('release', desk.item('释放'), None)
    desk.key('Escape')
    desk.ctl('freeze', 'violation', 'web-1')
    row_menu(desk, 'web-1', '释放')
    shows(desk, 'web-1', 'web-1-volume-0000')
    desk.shot('release')
    desk.press('释放')
    shows(desk, '确定释放资源？')
    desk.shot('sure')
    done(desk, '确定')
    no_row(desk, 'web-1')
    expect('net', resource(desk, 'net')['life'], 'in-use')
    states = {r['name']: r['status'] for r in desk.ctl('resources')['rows']}
    expect('released', (states['web-1'], states['web-1-volume-0000'], states['net']),
           ('released', 'released', 'active'))


def two_states(desk):
    """The guide's two states, or three: in the menu of the profile."""
    desk.press('档案')
    desk.act(until('the choice in the menu', lambda: next(
        (n for n in desk.all('已冻结显示为已过期') if n.get_role_name() != 'label'), None)))
    desk.key('Escape')


def frozen(desk):
    """4.2.8 保留期冻结与释放: 宽限期后冻结, 保留期后释放; 指南只有两种状态时显示“已过期”"""
    advance(desk, timedelta(days=7))
    tab(desk, '到期不续费项')
    for name in ('web-2', 'flow'):
        row_says(desk, name, '已冻结', '-03-10')
    desk.shot('frozen')
    two_states(desk)
    row_says(desk, 'web-2', '已过期')
    two_states(desk)
    row_says(desk, 'web-2', '已冻结')
    advance(desk, timedelta(days=15))
    rows_are(desk, {'eip-4'})
    states = {r['name']: r['status'] for r in desk.ctl('resources')['rows']}
    expect('released', (states['web-2'], states['flow'], states['eip-4']), ('released', 'released', 'active'))


STEPS = [list_csv, list_xlsx, prices_csv, prices_xlsx, to_use, taken_back, no_renewal, withdrawn, in_use, expired,
         release, frozen]
