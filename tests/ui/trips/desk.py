"""The window as a person with eyes, a mouse and a keyboard has it: controls are found by their words and roles in the
accessibility tree; nothing reaches into the program. The scripts speak the guide's Chinese; in the English window each
word is looked up backwards in the translation, so that one script does both."""
import glob
import json
import os
import re
import subprocess
import sys
import time
from gettext import GNUTranslations

# Our own warnings end nothing: the accessibility bus's cache may not be up when we look for it.
os.environ.pop('G_DEBUG', None)

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib

PATIENCE = 30
# GTK before 4.10 tells hidden pages like shown ones.
PAGES = ('服务', '待支付订单', '我的订单', '续费管理', '云服务退订', '导出记录', '余额与优惠', '操作记录', '登录', '开通申请',
         '订购审核', '退款审核', '客户', '产品目录', '发件箱')
EDITABLE = ('text', 'entry', 'password text', 'spin button')
WINDOWS = ('frame', 'dialog', 'alert', 'window')


class Lost(Exception):
    """What should be on the screen is not."""


def until(look, complaint):
    """What @look finds, once it finds something; @complaint may be a function, called at the end."""
    end = time.monotonic() + PATIENCE
    while True:
        found = look()
        if found:
            return found
        if time.monotonic() > end:
            raise Lost(complaint() if callable(complaint) else complaint)
        time.sleep(0.2)


def plain(word):
    """Without the mark of its access key."""
    return re.sub(r'\(_?[A-Z]\)|_(?=\w)|…(?=[ ,]|$)', '', word)


def called(node):
    """Its name once: a control that a label names has the mark of what must be filled in, and both spellings."""
    name = plain(node.get_name() or text_of(node)).removeprefix('* ')
    half = len(name) // 2
    return name[:half] if name[half:half + 1] == ' ' and name[:half] == name[half + 1:] else name


class Words:
    def __init__(self, chinese, locale_dir, catalogue):
        self.chinese, self.english = chinese, {}
        with open(os.path.join(locale_dir, 'zh_CN/LC_MESSAGES/tenure.mo'), 'rb') as file:
            for msgid, text in GNUTranslations(file)._catalog.items():
                msgid = msgid if isinstance(msgid, str) else msgid[0]
                self.english.setdefault(plain(text), []).append(plain(msgid.split('\x04')[-1]))
        for path in glob.glob(os.path.join(catalogue, '*.json')):
            self._learn(json.load(open(path, encoding='utf-8')))

    def _learn(self, node):
        if isinstance(node, list):
            for child in node:
                self._learn(child)
        elif isinstance(node, dict):
            for key in [k for k in node if k.endswith('zh')]:
                english = node.get(key[:-2] + 'en')
                if isinstance(node[key], str) and isinstance(english, str):
                    self.english.setdefault(node[key], []).append(english)
            for child in node.values():
                self._learn(child)

    def of(self, word):
        """What it may be called in this window. “zh|en” gives both; a word that no translation knows stands for itself
        (names, numbers)."""
        if '|' in word:
            return [word.split('|')[0 if self.chinese else 1]]
        return [word] if self.chinese else self.english.get(plain(word), [word])


def children(node, most=80):
    """All asked for at once: GTK 4.8 ends when it is asked for a window that went away since they were counted."""
    try:
        return [node.get_child_at_index(i) for i in range(min(node.get_child_count(), most))]
    except GLib.Error:
        return []


def below(node, hidden=(), depth=0):
    """Every control below; not what is below the pages called one of @hidden."""
    for child in children(node):
        try:
            role = child.get_role_name() if child is not None else None
            if role is None or role == 'filler' and child.get_name() in hidden:
                continue
        except GLib.Error:
            continue
        yield child
        if depth < 40 and role not in ('label', 'image'):  # these have nothing in them; each question takes its time
            yield from below(child, hidden, depth + 1)


def extents(node):
    component = node.get_component_iface()
    return component and component.get_extents(Atspi.CoordType.WINDOW)


def has(node, state):
    return node.get_state_set().contains(getattr(Atspi.StateType, state))


def shown(node):
    try:
        box = has(node, 'VISIBLE') and extents(node)
        return bool(box and box.width > 0 and box.height > 0)
    except GLib.Error:  # gone meanwhile
        return False


def text_of(node):
    try:
        text = node.get_text_iface()
        return Atspi.Text.get_text(text, 0, Atspi.Text.get_character_count(text)) if text else ''
    except GLib.Error:
        return ''


def window_of(node):
    while node is not None and node.get_role_name() not in WINDOWS:
        node = node.get_parent()
    return node


def run(*command):
    """What it printed; xdotool fails while there is no window yet, which is looked for again."""
    return subprocess.run(command, check=False, capture_output=True, text=True).stdout


def wide(text):
    """About how many pixels a small text takes."""
    return sum(12 if c > '\u2e80' else 8 if c.isupper() or c.isdigit() else 6 for c in text)


class Desk:
    def __init__(self, tenure, tenurectl, words, pictures=None, width=None):
        self.tenure, self.tenurectl, self.words, self.pictures, self.width = tenure, tenurectl, words, pictures, width
        self.program, self.number, self.hidden = None, 0, ()
        Atspi.init()

    # --- The program and its profile ---

    def start(self):
        self.log = open(os.path.join(os.environ['TENURE_PROFILES'], '..', 'log'), 'a+', encoding='utf-8')
        self.program = subprocess.Popen([self.tenure], stderr=self.log)
        windows = until(lambda: run('xdotool', 'search', '--onlyvisible', '--name', '.'), 'the window did not open')
        if self.width:
            run('xdotool', 'windowsize', '--sync', windows.split()[-1], str(self.width), '800')
        time.sleep(1)

    def stop(self):
        """Ends it; what it complained of on the way is a fault of its own, but for what GTK 4.8 says of controls and
        windows that go away while somebody, or the tooltip under the pointer, asks for them."""
        self.program.terminate()
        ended = self.program.wait()
        self.log.seek(0)
        said = [line for line in self.log if re.search('CRITICAL|WARNING|ERROR', line)
                and not re.search(r'g_variant_\w*object_path|focus-out event|gdk_surface_get_device_position|'
                                  '_gtk_widget_find_at_coords', line)]
        if ended not in (0, -15) or said:
            raise Lost(f'the program ended with {ended} and said: {"".join(said)[-2000:]}')

    def ctl(self, *arguments, secret=None):
        """A command of tenurectl on the same profile, as JSON: what others do meanwhile, and what is looked up."""
        done = subprocess.run([self.tenurectl, *arguments, '--json'], input=secret, capture_output=True, text=True,
                              check=False)
        if done.returncode:
            raise Lost(f'tenurectl {" ".join(arguments)}: {done.stderr.strip()}')
        return json.loads(done.stdout)

    def clock(self, *move):
        """“advance 10s” or “set TIME”: the practice clock moves by the command line, and the window follows."""
        self.ctl('clock', *move)
        time.sleep(0.5)

    # --- Looking ---

    def all(self, word, role=None, within=None):
        """Everything showing that is called so, exactly so before in part; the last of a kind stands on top."""
        names, exact, part = [plain(n) for n in self.words.of(word)], [], []
        for node in below(within or Atspi.get_desktop(0), self.hidden):
            try:
                if role is not None and node.get_role_name() != role:
                    continue
                name = called(node)
                if any(n in name for n in names) and shown(node):
                    (exact if name in names else part).append(node)
            except GLib.Error:
                continue
        return exact or part

    def find(self, word, role=None, within=None, sensitive=False):
        for node in reversed(self.all(word, role, within)):
            if not sensitive or has(node, 'SENSITIVE'):
                return node
        return None

    def wait(self, word, role=None, within=None, sensitive=False):
        return until(lambda: self.find(word, role, within, sensitive),
                     f'no {role or "control"} “{word}” ({" / ".join(self.words.of(word))}) appeared')

    def gone(self, word, role=None):
        until(lambda: self.find(word, role) is None, f'“{word}” did not go away')

    def windows(self):
        return [n for app in children(Atspi.get_desktop(0)) for n in children(app)
                if n is not None and n.get_role_name() in WINDOWS]

    def alone(self):
        """A window manager that is busy does not give the keyboard back to the last window."""
        return len(self.windows()) == 1

    def top(self):
        """The window that has the focus: the dialog that stands over the others."""
        windows = self.windows()
        return ([n for n in windows if has(n, 'ACTIVE')] or windows)[-1]

    def dialog(self, title):
        """The window of that title, once it is there."""
        return until(lambda: next((n for n in self.windows() if plain(n.get_name()) in self.words.of(title)), None),
                     f'no window “{title}” opened')

    def texts(self, within=None):
        return [t for t in (text_of(n) or n.get_name() or '' for n in below(within or self.top()) if shown(n)) if t]

    # --- Doing ---

    def aim(self, node, x=None, y=None):
        """The mouse over it: on its middle, or so many pixels within."""
        window = window_of(node)
        name = re.escape(window.get_name()) if window is not None and window.get_name() else '.'
        ids = run('xdotool', 'search', '--onlyvisible', '--name', f'^{name}$').split()
        active = run('xdotool', 'getactivewindow').strip()
        target = active if active in ids or not ids else ids[-1]
        box = self.scroll_to(node, window, target)
        run('xdotool', 'mousemove', '--window', target, str(box.x + (box.width // 2 if x is None else x)),
            str(box.y + (box.height // 2 if y is None else y)))

    def point(self, node, button='1', clicks=1):
        """The mouse on its middle: for what offers no action of its own."""
        self.aim(node)
        run('xdotool', 'click', '--repeat', str(clicks), '--delay', '40', button)
        time.sleep(0.3)

    def scroll_to(self, node, window, target):
        """Turns the wheel over the middle of the window until the control is in it, off its bars."""
        box, room, before = extents(node), extents(window), None
        while room.height and not 60 < box.y + box.height // 2 < room.height - 120 and box.y != before:
            before = box.y
            run('xdotool', 'mousemove', '--window', target, str(room.width // 2), str(room.height // 2),
                'click', '4' if box.y < 60 else '5')
            time.sleep(0.3)
            box = extents(node)
        return box

    def act(self, node):
        """By its own action; on a slow machine the answer may be late, and what follows looks for what came of it."""
        action = node.get_action_iface()
        try:
            if action and any(Atspi.Action.do_action(action, i) for i in range(Atspi.Action.get_n_actions(action))):
                time.sleep(0.2)
                return
        except GLib.Error:
            return
        self.point(node)

    def press(self, word, role='push button', within=None):
        self.act(self.wait(word, role, within, sensitive=True))

    def key(self, *keys):
        run('xdotool', 'key', '--delay', '40', *keys)
        time.sleep(0.4)

    def close_all(self):
        """Every dialog, the one on top first."""
        for _ in range(8):
            if len(self.windows()) < 2:
                return
            self.key('Escape')
        raise Lost(f'a dialog does not close: {self.texts()[:20]}')

    def tick(self, word, on=True, within=None):
        """Rows move while their list is read again: looked for once more where the mouse missed."""
        for _ in range(4):
            node = self.wait(word, 'check box', within, sensitive=True)
            if has(node, 'CHECKED') == on:
                return
            self.point(node)
            time.sleep(0.3)
        if has(self.wait(word, 'check box', within), 'CHECKED') != on:
            raise Lost(f'“{word}” was not ticked')

    def enter(self, node):
        """Where one types is clicked."""
        self.point(node)

    def type_over(self, node, value):
        """Letters that no key has are lost now and then: typed again, more slowly."""
        for delay in ('8' if value.isascii() else '60', '120', '240'):
            self.enter(node)
            run('xdotool', 'key', 'ctrl+a', 'Delete')
            run('xdotool', 'type', '--delay', delay, value)
            time.sleep(0.3)
            if text_of(node) == value or node.get_role_name() in ('password text', 'spin button'):
                return
        raise Lost(f'“{value}” could not be typed: {text_of(node)!r} stands there')

    def enter_number(self, node):
        """Beside its buttons."""
        self.aim(node, 12)
        run('xdotool', 'click', '1')

    def spin_to(self, node, number):
        self.enter_number(node)
        run('xdotool', 'key', 'ctrl+a', 'type', str(number))
        self.key('Tab')

    def follow(self, label, part):
        """The mouse on a link within a label, which offers no action of its own: where it stands in the text."""
        before, _, _ = text_of(label).partition(part)
        self.aim(label, wide(before) + wide(part) // 2, extents(label).height // 2)
        run('xdotool', 'click', '1')
        time.sleep(0.4)

    def fill(self, word, value, within=None):
        self.type_over(until(lambda: next(filter(None, (self.find(word, role, within) for role in EDITABLE)), None),
                             f'no field “{word}” appeared'), value)

    def choose(self, word, item, within=None):
        """One of a drop-down's list."""
        combo, names = self.wait(word, 'combo box', within, sensitive=True), self.words.of(item)
        if not any(n.get_role_name() == 'push button' for n in below(combo)):
            return self.choose_in_row(combo, names)
        self.act(next((n for n in below(combo) if n.get_role_name() == 'push button'), combo))

        def offered():
            """What is offered, in its order; the choice itself may stand before it once more."""
            items = [text for n in below(combo) if n.get_role_name() == 'list item'
                     for text in [next((text_of(t) for t in below(n) if text_of(t)), '')]]
            return items[items[1:].index(items[0]) + 1:] if items and items[0] in items[1:] else items
        at = until(lambda: next(([i] for i, text in enumerate(offered()) if text in names), None),
                   f'“{word}” does not offer “{item}”')[0]
        self.key('Home', *['Down'] * at, 'Return')

    def choose_in_row(self, combo, names):
        """A row that opens a list has no button; its list is gone through by the keys."""
        self.point(combo)
        last = [n for n in below(combo) if n.get_role_name() == 'list'][-1]
        items = [[text_of(t) for t in below(n)] for n in children(last)]
        at = next((i for i, texts in enumerate(items) if any(t in names for t in texts)), None)
        if at is None:
            raise Lost(f'{items} do not offer {names}')
        self.key('Home', *['Down'] * at, 'Return')

    def of_row(self, verb, key):
        """A row's own button: its name says the verb and the row. In a narrow window it stands in the row's menu."""
        names = [f'{word}{more}, {key}' for word in self.words.of(verb) for more in ('', '…')]
        if self.width and not any(self.find(n, 'push button') for n in names):
            self.of_row('更多操作', key)
            time.sleep(0.3)
            return self.act(until(lambda: self.item(verb), f'“{verb}” does not stand in the menu of “{key}”'))
        return self.act(until(lambda: next(filter(None, (self.find(n, 'push button', sensitive=True) for n in names)),
                                           None), f'the row of “{key}” has no button “{verb}”'))

    def item(self, word):
        """An item of an open menu, called so exactly."""
        found = [n for n in self.all(word, 'push button') if plain(n.get_name()) in self.words.of(word)]
        return next((n for n in reversed(found) if has(n, 'SENSITIVE')), None)

    def rows(self, key):
        """Of a table, or of the cards that stand for it in a narrow window."""
        role = 'list item' if self.width else 'table row'
        return [row for row in below(Atspi.get_desktop(0), self.hidden) if row.get_role_name() == role
                and shown(row) and any(key in (n.get_name() or '') for n in below(row))]

    def row_says(self, key, *words):
        """The row of that key in the list, once it says all the words; cards leave much unsaid."""
        said = []

        def says():
            said[:] = [t for row in self.rows(key) for t in self.texts(row)]
            return said and all(any(w in t for w in self.words.of(word) for t in said)
                                for word in words if not self.width)
        until(says, lambda: f'the row of “{key}” says {said}, not {words}')

    def save_as(self, path):
        """In the file chooser that stands on top."""
        time.sleep(1)
        run('xdotool', 'key', 'ctrl+a')
        run('xdotool', 'type', '--delay', '8', os.path.abspath(path))
        self.key('Return')
        until(lambda: os.path.exists(path), f'no file was saved as {path}')

    def more(self, word):
        """What the bar has no room for: 更多 > …"""
        self.point(self.wait('更多操作', 'push button'))
        self.press(word)

    def become(self, word):
        """管理员 or 审批人, in the profile's menu."""
        self.press('档案')
        self.press(word, 'menu item')
        self.hidden = ()
        time.sleep(0.5)

    def page(self, word):
        """A page of the sidebar."""
        for _ in range(3):  # a press may be lost while the window is busy
            self.act(self.wait(word, 'list item'))
            self.came_to(word)
            if self.find(word, 'filler'):
                return

    def came_to(self, word):
        """The program has turned to that page."""
        self.hidden = tuple(name for page in PAGES if page != word for name in self.words.of(page))
        time.sleep(0.4)

    def shot(self, name):
        """A picture of the window that has the focus, where pictures are asked for."""
        if self.pictures:
            self.number += 1
            path = os.path.join(self.pictures, f'{self.number:03}-{name}')
            window = run('xdotool', 'getactivewindow').strip()
            window = window or run('xdotool', 'search', '--onlyvisible', '--name', '.').split()[-1]
            subprocess.run(['xwd', '-silent', '-out', path, '-id', window], check=False)
            subprocess.run(['convert', f'xwd:{path}', f'{path}.png'], check=False)
            os.unlink(path)


def expect(what, seen, wanted):
    if seen != wanted:
        raise Lost(f'{what}: {seen!r}, not {wanted!r}')
    return seen


def play(desk, steps):
    """The steps in their order, a line each; what is lost ends the chapter with the words on the screen."""
    for step in steps:
        try:
            step(desk)
        except (Lost, GLib.Error) as lost:
            print(f'not ok {step.__doc__}\n# {lost}\n# {desk.texts()[:60]}', flush=True)
            desk.shot('lost')
            return False
        print(f'ok {step.__doc__}', flush=True)
        desk.shot(step.__name__)
    return True
