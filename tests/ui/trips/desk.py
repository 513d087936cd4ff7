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

# The program's warnings end it. Our own do not: the accessibility bus's cache may not be up when we look for it.
DEBUG = os.environ.pop('G_DEBUG', 'fatal-criticals')

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib

PATIENCE = 30
EDITABLE = ('text', 'entry', 'password text', 'spin button')
WINDOWS = ('frame', 'dialog', 'alert', 'window')


class Lost(Exception):
    """What should be on the screen is not."""


def plain(word):
    """Without the mark of its access key."""
    return re.sub(r'\(_\w\)|_(?=\w)|…$', '', word)


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


def below(node, depth=0):
    """Everything in it, but for what pages have that are turned away: they are most of it, and take long."""
    try:
        count = node.get_child_count()
        for i in range(min(count, 80)):
            child = node.get_child_at_index(i)
            if child is not None:
                yield child
                role = child.get_role_name()
                if depth < 40 and role not in ('label', 'image') and (role != 'filler' or shown(child)):
                    yield from below(child, depth + 1)
    except GLib.Error:
        return


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
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


class Desk:
    def __init__(self, tenure, tenurectl, words, pictures=None):
        self.tenure, self.tenurectl, self.words, self.pictures = tenure, tenurectl, words, pictures
        self.program, self.number = None, 0
        Atspi.init()

    # --- The program and its profile ---

    def start(self):
        self.log = open(os.path.join(os.environ['TENURE_PROFILES'], '..', 'log'), 'a+', encoding='utf-8')
        self.program = subprocess.Popen([self.tenure], env={**os.environ, 'G_DEBUG': DEBUG}, stderr=self.log)

    def stop(self):
        self.program.terminate()
        if self.program.wait() not in (0, -15):
            self.log.seek(0)
            raise Lost(f'the program ended badly: {self.log.read()[-2000:]}')

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
        names, exact, part = self.words.of(word), [], []
        for node in below(within or Atspi.get_desktop(0)):
            try:
                if role is not None and node.get_role_name() != role:
                    continue
                name = plain(node.get_name() or '') or text_of(node)
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
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            node = self.find(word, role, within, sensitive)
            if node is not None:
                return node
            time.sleep(0.2)
        raise Lost(f'no {role or "control"} “{word}” ({" / ".join(self.words.of(word))}) appeared')

    def gone(self, word, role=None):
        end = time.monotonic() + PATIENCE
        while self.find(word, role) is not None:
            if time.monotonic() > end:
                raise Lost(f'“{word}” did not go away')
            time.sleep(0.2)

    def top(self):
        """The window that has the focus: the dialog that stands over the others."""
        windows = [n for n in below(Atspi.get_desktop(0), 39) if n.get_role_name() in WINDOWS] or \
                  [n for n in below(Atspi.get_desktop(0)) if n.get_role_name() in WINDOWS]
        active = [n for n in windows if has(n, 'ACTIVE')]
        return (active or windows)[-1]

    def texts(self, within=None):
        return [t for t in (text_of(n) or n.get_name() or '' for n in below(within or self.top()) if shown(n)) if t]

    # --- Doing ---

    def aim(self, node, x=None, y=None):
        """The mouse over it: on its middle, or so many pixels within."""
        window = window_of(node)
        name = re.escape(window.get_name()) if window is not None and window.get_name() else '.'
        ids = run('xdotool', 'search', '--onlyvisible', '--name', f'^{name}$').split()
        active = run('xdotool', 'getactivewindow').strip()
        box = extents(node)
        run('xdotool', 'mousemove', '--window', active if active in ids or not ids else ids[-1],
            str(box.x + (box.width // 2 if x is None else x)), str(box.y + (box.height // 2 if y is None else y)))

    def point(self, node, button='1', clicks=1):
        """The mouse on its middle: for what offers no action of its own."""
        self.aim(node)
        run('xdotool', 'click', '--repeat', str(clicks), '--delay', '40', button)
        time.sleep(0.3)

    def act(self, node):
        action = node.get_action_iface()
        for i in range(Atspi.Action.get_n_actions(action) if action else 0):
            if Atspi.Action.do_action(action, i):
                time.sleep(0.2)
                return
        self.point(node)

    def press(self, word, role='push button', within=None):
        self.act(self.wait(word, role, within, sensitive=True))

    def key(self, *keys):
        run('xdotool', 'key', '--delay', '40', *keys)
        time.sleep(0.4)

    def tick(self, word, on=True, within=None):
        node = self.wait(word, 'check box', within, sensitive=True)
        if has(node, 'CHECKED') != on:
            self.point(node)
        if has(node, 'CHECKED') != on:
            raise Lost(f'“{word}” was not ticked')

    def fill(self, word, value, within=None):
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            for role in EDITABLE:
                node = self.find(word, role, within)
                if node is not None:
                    self.point(node)
                    run('xdotool', 'key', 'ctrl+a')
                    run('xdotool', 'type', '--delay', '8', value)
                    time.sleep(0.3)
                    return
            time.sleep(0.2)
        raise Lost(f'no field “{word}” appeared')

    def page(self, word):
        """A page of the sidebar."""
        self.act(self.wait(word, 'list item'))
        time.sleep(0.4)

    def shot(self, name):
        """A picture of the screen, where pictures are asked for."""
        if self.pictures:
            self.number += 1
            path = os.path.join(self.pictures, f'{self.number:03}-{name}.png')
            subprocess.run(['import', '-window', 'root', path], check=False)


def expect(what, seen, wanted):
    if seen != wanted:
        raise Lost(f'{what}: {seen!r}, not {wanted!r}')


def play(desk, chapters):
    """Each chapter's steps in order, a line each; what is lost ends the trip with the words on the screen."""
    steps = [(chapter, step) for chapter in chapters for step in chapter.STEPS]
    print(f'1..{len(steps)}', flush=True)
    for number, (chapter, step) in enumerate(steps, 1):
        try:
            step(desk)
        except (Lost, GLib.Error) as lost:
            print(f'not ok {number} {step.__doc__}\n# {lost}\n# {desk.texts()[:60]}', flush=True)
            desk.shot('lost')
            return False
        print(f'ok {number} {step.__doc__}', flush=True)
        desk.shot(step.__name__)
    return True
