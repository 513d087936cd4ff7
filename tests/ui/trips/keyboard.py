"""The window for who has no mouse: what the mouse would point at is reached with Tab and the arrow keys, and pressed
with Space or Enter. What no key reaches is lost; the way that was gone is told."""
import time

from desk import Atspi, Desk, EDITABLE, GLib, Lost, called, extents, has, run, text_of, window_of

LISTS = ('list', 'tree table', 'menu', 'popup menu')
ENTER = ('list item', 'table row', 'menu item', 'link', 'label')
ROUNDS = 240


def up(node):
    """The node and all that it is in, the innermost first."""
    while node is not None and node.get_role_name() != 'application':
        yield node
        node = node.get_parent()


def item_in(above, node):
    """Of the list that @above is, the item that @node is in or is."""
    way = list(up(node))
    return way[way.index(above) - 1] if above in way[1:] else None


def focused(node):
    """It may have gone with its window; of some fields nothing is told (libadwaita 1.2)."""
    try:
        return node is not None and (has(node, 'FOCUSED') or node.get_role_name() in EDITABLE)
    except GLib.Error:
        return False


class Keyboard(Desk):
    def __init__(self, *arguments):
        super().__init__(*arguments)
        self.focus = None
        self.listener = Atspi.EventListener.new(self.noticed)
        for what in ('object:state-changed:focused', 'object:text-changed:insert'):
            self.listener.register(what)

    def noticed(self, event):
        if event.detail1 or 'insert' in event.type:
            self.focus = event.source

    def listen(self, seconds):
        """What the program says of its focus meanwhile."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if not GLib.MainContext.default().iteration(False):
                time.sleep(0.005)

    def key(self, *keys):
        run('xdotool', 'key', '--delay', '40', *keys)
        self.listen(0.4)

    def step(self, key):
        """One key, and where the focus is then. Where nothing is told, a letter finds out."""
        before, self.focus = self.focus, None
        run('xdotool', 'key', key)
        self.listen(0.08)
        if self.focus is None and focused(before) and before.get_role_name() not in EDITABLE:
            self.focus = before
        elif self.focus is None:
            run('xdotool', 'key', 'End', 'x')
            self.listen(0.1)
            run('xdotool', 'key', 'BackSpace')

    def there(self, node):
        """The keys go to @node, to what it is made of, or to the row that shows it."""
        if self.focus is None:
            return False
        if node in up(self.focus) or self.twin(node):
            return True
        return not has(node, 'FOCUSABLE') and self.focus in up(node)

    def twin(self, node):
        """A page that gave way to another is still told (GTK 4.8), with buttons of the same names."""
        return (node.get_role_name() == self.focus.get_role_name() == 'push button'
                and called(node) == called(self.focus) and window_of(node) == window_of(self.focus))

    def in_row_of(self, node):
        """Of choices that exclude each other Tab comes to one only; their rows choose as well."""
        return node.get_role_name() == 'check box' and self.focus is not None and self.focus in up(node)

    def way_to(self, node):
        """Within one list the arrows; from one part of a row to another, and from anywhere else, Tab."""
        for above in up(self.focus) if self.focus is not None else ():
            if above.get_role_name() not in LISTS or above not in up(node):
                continue
            here, aim = item_in(above, self.focus), item_in(above, node)
            if here is not None and aim is not None and here != aim:
                down, forth = extents(aim).y > extents(here).y, self.focus.get_role_name() in EDITABLE
                return ('Tab' if forth else 'Down') if down else ('shift+Tab' if forth else 'Up')
            if here is not None and here == aim:
                return 'Tab' if self.focus == here or extents(node).x >= extents(self.focus).x else 'shift+Tab'
            break
        return 'End' if self.in_long_list() else 'Tab'

    def in_long_list(self):
        """Nobody goes through all rows to leave a list: End, and Tab from there."""
        for above in up(self.focus) if self.focus is not None else ():
            if above.get_role_name() == 'list' and above.get_child_count() > 20:
                here = item_in(above, self.focus)
                return here == self.focus and here != above.get_child_at_index(above.get_child_count() - 1)
        return False

    def front(self, node):
        """Its window, by the window manager's keys."""
        window = window_of(node)
        for others in range(6):
            if window is None or has(window, 'ACTIVE'):
                return
            run('xdotool', 'keydown', 'alt', 'key', *['Tab'] * max(others, 1), 'keyup', 'alt')
            self.listen(0.5)

    def reach(self, node):
        trail, been = [], []
        self.listen(0.05)
        self.front(node)
        for _ in range(ROUNDS):
            if not focused(self.focus):
                self.focus = None  # gone with its window, or taken elsewhere unheard
            if self.there(node) or (been and been.count(been[-1]) > 2 and self.in_row_of(node)):
                return
            before, way = self.focus, self.way_to(node)
            self.step(way)
            if self.focus == before and 'Tab' not in way:
                self.step('Tab')
            trail.append(f'{way}: {self.told()}')
            been.append([way, self.focus])
            if been.count(been[-1]) > 4:
                break
        raise Lost(f'no key reaches the {node.get_role_name()} “{node.get_name() or text_of(node)}”: {trail[-40:]}')

    def told(self):
        try:
            return f'{self.focus.get_role_name()} {self.focus.get_name() or text_of(self.focus)}' if self.focus else '-'
        except GLib.Error:
            return 'gone'

    # --- What the mouse does elsewhere ---

    def to_sidebar(self):
        """In a narrow window it stands behind the page."""
        if self.width:
            self.front(next(w for w in self.windows() if ' – ' in (w.get_name() or '')))
            self.key('alt+Left', 'alt+Left')

    def page(self, word):
        self.to_sidebar()
        super().page(word)
        fold = self.width and self.find('筛选', 'push button')
        if fold and not has(fold, 'PRESSED') and not has(fold, 'CHECKED'):
            self.act(fold)

    def press(self, word, role='push button', within=None):
        if not word.startswith('档案'):
            return super().press(word, role, within)
        self.to_sidebar()
        try:
            return super().press(word, role, within)
        except Lost:  # the keys went to a dialog that was just closing
            self.to_sidebar()
            return super().press(word, role, within)

    def point(self, node, button='1', clicks=1):
        self.act(node)

    def act(self, node):
        if called(node) in self.words.of('关闭') and extents(node).width < 40:  # the ×, which GTK gives no focus
            self.front(node)
            self.key('Escape')
            return
        self.reach(node)
        if node.get_role_name() not in EDITABLE:
            self.key('Return' if node.get_role_name() in ENTER else 'space')

    def further(self, row):
        """A page down in the list: from that row, or from where the focus is."""
        if row is not None:
            self.reach(row)
        self.key('Page_Down')

    def enter(self, node):
        self.reach(node)

    enter_number = enter

    def follow(self, label, part):
        """A link in a label: Tab goes to it, the label has the focus."""
        self.reach(label)
        self.key('Return')
