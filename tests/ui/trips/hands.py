"""What the lists and forms of the window are worked with: rows, tabs, menus, combo rows, links; and the clock."""
import csv
import os
import re
import time
import zipfile
from datetime import datetime
from xml.etree import ElementTree

import desk as driver
from desk import GLib, Lost, below, children, extents, has, run, shown, text_of


def until(what, question):
    """Waits until the question is answered with something true, and gives that back."""
    def look():
        try:
            return question()
        except GLib.Error:  # something went away while it was looked at
            return None
    return driver.until(look, f'{what}: it did not come about')


# --- What tenurectl says and does ---

def now(desk):
    return datetime.strptime(desk.ctl('clock')['now'], '%Y-%m-%d %H:%M:%S')


def advance(desk, span):
    """The clock forward, in the spans that “clock advance” takes."""
    seconds = int(span.total_seconds())
    for unit, size in (('d', 86400), ('h', 3600), ('m', 60), ('s', 1)):
        if seconds // size:
            desk.clock('advance', f'{seconds // size}{unit}')
        seconds %= size


def buy(desk, name, *what):
    desk.ctl('order', 'place', '--name', name, '--agree', *what)
    desk.ctl('pay', desk.ctl('orders', '--status', 'unpaid')['rows'][0]['order'])


def resource(desk, name):
    return desk.ctl('resource', 'show', name)


def expiry(desk, name):
    return resource(desk, name)['expiry']


# --- Lists ---

def list_of(desk):
    """The rows' list: of a table, or of the cards that stand for it in a narrow window."""
    role = 'list' if desk.width else 'tree table'
    found = [n for n in below(desk.top(), desk.hidden) if n.get_role_name() == role and shown(n)]
    if desk.width:
        return next((n for n in found if n.get_name() == 'GtkListView'), None)
    table = found[0] if found else None
    return table and next((n for n in children(table) if n.get_role_name() == 'list'), None)


def rows(desk):
    """The rows of the list that shows, each as (node, its texts)."""
    inside = list_of(desk)
    for node in children(inside) if inside else ():
        if shown(node):
            texts = [text_of(n) for n in below(node) if n.get_role_name() == 'label' and shown(n)]
            if any(texts):
                yield node, [t for t in texts if t]


def find_row(desk, name):
    return next(((node, texts) for node, texts in rows(desk) if texts[0] == name), None)


def row(desk, name):
    """The row of a resource, and its texts; of cards those further down are made when one comes to them."""
    for page in range(6 if desk.width else 0):
        if find_row(desk, name):
            break
        time.sleep(0.5)
        desk.further(children(list_of(desk))[0] if page == 0 else None)
    return until(f'a row “{name}”', lambda: find_row(desk, name))


def no_row(desk, name):
    until(f'no row “{name}”', lambda: not find_row(desk, name))


def rows_are(desk, names):
    """Waits until just these are listed; of cards only those in view are there."""
    def are():
        seen = {texts[0] for _, texts in rows(desk)}
        return seen == set(names) or (desk.width and seen and seen < set(names))
    try:
        until('rows', are)
    except Lost as lost:
        raise Lost(f'rows {sorted(texts[0] for _, texts in rows(desk))}, not {sorted(names)}') from lost


def says(desk, texts, words):
    return all(any(w in t for w in desk.words.of(word) for t in texts) for word in words)


def row_says(desk, name, *words):
    """Waits until the row says each of these words, in this window's language; a card leaves much unsaid."""
    if desk.width:
        return row(desk, name)
    try:
        until('', lambda: says(desk, (find_row(desk, name) or (None, []))[1], words))
    except Lost as lost:
        raise Lost(f'row “{name}”: {row(desk, name)[1]}, not {words}') from lost


def row_tick(desk, name):
    return next(n for n in below(row(desk, name)[0]) if n.get_role_name() == 'check box')


def tick_rows(desk, *names):
    for name in names:
        tick = row_tick(desk, name)
        desk.point(tick)
        until(f'“{name}” ticked', lambda t=tick: has(t, 'CHECKED'))


def row_press(desk, word, name):
    if desk.width and word != '更多操作':
        return row_menu(desk, name, word)
    return desk.press(word, within=row(desk, name)[0])


def row_menu(desk, name, word):
    """操作列: 更多操作, and an item of its menu."""
    row_press(desk, '更多操作', name)
    desk.act(until(f'“{word}” in the menu of {name}', lambda: desk.item(word)))


def bar(desk, word):
    """An action on what is ticked, in the menu of the bar."""
    desk.press('更多|More')
    desk.act(until(f'“{word}” in the menu of the bar', lambda: desk.item(word)))


def tab(desk, word):
    """A tab of 续费管理."""
    desk.page('续费管理')
    desk.press(word)
    time.sleep(0.5)


def search(desk, text):
    desk.fill('搜索', text or ' ')
    if not text:
        desk.key('BackSpace')


# --- Forms ---

def item_name(item):
    return item.get_name() or next((text_of(n) for n in below(item) if text_of(n)), '')


def choices_of(combo):
    lists = [n for n in below(combo) if n.get_role_name() == 'list']
    return [item_name(n) for n in below(lists[-1]) if n.get_role_name() == 'list item'] if lists else []


def chosen(desk, title):
    """What a combo row or a drop-down stands on."""
    combo = desk.wait(title, 'combo box')
    items = [n for n in below(combo) if n.get_role_name() in ('list item', 'label') and shown(n) and item_name(n)]
    return item_name(items[-1]) if items else ''


def standing(desk, title, value):
    """Waits until a combo row stands on this."""
    until(f'“{title}” on “{value}”', lambda: chosen(desk, title) in desk.words.of(value))


def choose(desk, title, value):
    """One of the choices of a combo row or of a drop-down."""
    combo = desk.wait(title, 'combo box', sensitive=True)
    desk.act(next((n for n in below(combo) if n.get_role_name() == 'push button'), combo))
    wanted = until(f'“{value}” among the choices of “{title}”',
                   lambda: [i for i, name in enumerate(choices_of(combo)) if name in desk.words.of(value)])
    desk.key('Home', *['Down'] * wanted[0], 'Return')
    standing(desk, title, value)


def spin(desk, word, number):
    desk.spin_to(desk.wait(word, 'spin button', sensitive=True), number)
    until(f'“{word}” at {number}', lambda: text_of(desk.wait(word, 'spin button')) == str(number))


def total(desk, amount):
    """Waits for the sum at the foot of a form."""
    until(f'应支付 {amount}',
          lambda: any(t.endswith(amount) and says(desk, [t], ['应支付']) for t in said(desk)))


def said(desk):
    """The words on top, without those of the pages that are turned away."""
    return [t for t in (text_of(n) for n in below(desk.top(), desk.hidden) if shown(n)) if t]


def shows(desk, *words):
    """Waits until the window on top says each of these words."""
    for word in words:
        until(f'“{word}” on top', lambda w=word: says(desk, said(desk), [w]))


def pay(desk):
    desk.press('去支付')
    desk.press('确认付款')
    desk.wait('查看订单详情')
    close_all(desk)


def done(desk, word):
    """The button of a form, and the form goes."""
    until(f'the form of “{word}”', lambda: not main_is_active())
    desk.press(word, within=desk.top())
    until(f'the form goes after “{word}”', lambda: main_is_active() or desk.alone())


def main_is_active():
    """By its title, “profile – program”: who asks GTK 4.8 for its windows while one closes may end it."""
    return ' – ' in run('xdotool', 'getactivewindow', 'getwindowname')


def close_all(desk):
    """Escape, until the main window stands alone."""
    def alone():
        if not main_is_active():
            desk.key('Escape')
        return main_is_active() or desk.alone()
    until('the main window', alone)


def follow(desk, word, part, within=None):
    """A link within a label."""
    desk.follow(desk.wait(word, 'label', within), part)


# --- Files ---

def heading(desk):
    """What the window's head says it shows."""
    labels = (n for n in below(desk.top()) if n.get_role_name() == 'label' and shown(n) and extents(n).y < 40)
    return next((text_of(n) for n in labels if text_of(n)), '')


def newest(desk):
    """The first of the records on the page of exports."""
    records = desk.wait('导出记录', 'list')
    return next(n for n in children(records) if n.get_role_name() == 'list item')


def download(desk, path):
    """The page of exports, where one is led: “下载” of the newest record, and where to save it."""
    desk.hidden = ()
    until('the page of exports', lambda: heading(desk) in desk.words.of('导出记录'))
    until('a new record', lambda: says(desk, desk.texts(newest(desk)), ['已提交']))
    desk.press('下载', within=newest(desk))
    until('the file chooser', lambda: says(desk, [run('xdotool', 'getactivewindow', 'getwindowname')], ['保存导出文件']))
    desk.key('ctrl+a')
    run('xdotool', 'type', '--delay', '8', path)
    desk.key('Return')
    until(f'the file {path}', lambda: os.path.exists(path))
    until('its path at the record', lambda: says(desk, desk.texts(newest(desk)), [path, '已生成']))


def sheet(path):
    """The rows of a CSV or Excel file."""
    if path.endswith('.csv'):
        with open(path, encoding='utf-8-sig', newline='') as file:
            return list(csv.reader(file))
    with zipfile.ZipFile(path) as archive:
        root = ElementTree.fromstring(archive.read('xl/worksheets/sheet1.xml'))
    space = re.match(r'{.*}', root.tag).group()
    lines = []
    for line in root.iter(space + 'row'):
        cells = {ord(cell.get('r')[0]) - ord('A'): ''.join(cell.itertext()) for cell in line}
        lines.append([cells.get(i, '') for i in range(max(cells, default=-1) + 1)])
    return lines
