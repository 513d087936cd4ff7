#!/usr/bin/python3 -W ignore
"""Three trips through the accessibility tree, as a person with a screen reader goes: trip.py TENURE TENURECTL.
Controls are found by name and role and pressed by their own action; nothing reaches into the program."""
import json
import os
import subprocess
import sys
import time

# The program's warnings end it. Our own do not: the accessibility bus's cache may not be up when we look for it.
PROGRAM = dict(os.environ)
os.environ.pop('G_DEBUG', None)

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib

PATIENCE = 40


def below(node, depth=0):
    try:
        for i in range(min(node.get_child_count(), 60)):
            child = node.get_child_at_index(i)
            if child is not None:
                yield child
                if depth < 40:
                    yield from below(child, depth + 1)
    except GLib.Error:
        return


def shown(node):
    states = node.get_state_set()
    if not states.contains(Atspi.StateType.VISIBLE) or not states.contains(Atspi.StateType.SENSITIVE):
        return False
    box = node.get_component_iface() and node.get_component_iface().get_extents(Atspi.CoordType.WINDOW)
    return bool(box and box.width > 0 and box.height > 0)


def find(name, role):
    """The last one in the tree: dialogs come after the window that they stand over."""
    found = None
    for node in below(Atspi.get_desktop(0)):
        try:
            if node.get_role_name() == role and name in (node.get_name() or '') and shown(node):
                found = node
        except GLib.Error:
            continue
    return found


def wait(name, role='push button'):
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        node = find(name, role)
        if node is not None:
            return node
        time.sleep(0.2)
    sys.exit(f'trip: no {role} named “{name}” appeared')


def press(name, role='push button'):
    node = wait(name, role)
    action = node.get_action_iface()
    for i in range(Atspi.Action.get_n_actions(action) if action else 0):
        if Atspi.Action.do_action(action, i):
            return
    sys.exit(f'trip: {role} “{name}” cannot be pressed')


def key(*keys):
    subprocess.run(['xdotool', 'key', '--delay', '60', *keys], check=True)
    time.sleep(0.4)


def turn_to(keys):
    """A page by its key; the window manager may still be giving the focus back from a dialog."""
    subprocess.run(['xdotool', 'search', '--onlyvisible', '--name', '^Trips', 'windowfocus', '--sync'], check=True)
    key(keys)


def focus(node, name):
    """What offers no action of its own is reached with the Tab and arrow keys."""
    for attempt in range(80):
        if node.get_state_set().contains(Atspi.StateType.FOCUSED):
            return
        key('Tab' if attempt % 4 else 'Down')
    sys.exit(f'trip: “{name}” cannot be reached by the keyboard')


def tick(name):
    node = wait(name, 'check box')
    focus(node, name)
    key('space')
    if not node.get_state_set().contains(Atspi.StateType.CHECKED):
        sys.exit(f'trip: “{name}” was not ticked')


def open_row(name):
    focus(wait(name, 'list item'), name)
    key('Return')


def account():
    out = subprocess.run([TENURECTL, 'balance', '--json'], check=True, capture_output=True, text=True).stdout
    return json.loads(out)['balance']


def expect_balance(amount):
    end = time.monotonic() + PATIENCE
    while account() != amount:
        if time.monotonic() > end:
            sys.exit(f'trip: the balance is {account()}, not {amount}')
        time.sleep(0.3)


def confirm_payment():
    press('Confirm Payment')
    wait('View Order')
    key('Escape')


def order_and_pay():
    """Top up 1000, buy a VPC for a month at 10.00, pay it from the balance."""
    turn_to('ctrl+t')
    wait('Top Up', 'frame')
    wait('1 item', 'label')
    key('ctrl+Return')
    expect_balance('1000.00')
    turn_to('alt+1')
    open_row('Virtual Private Cloud')
    press('Buy…')
    press('Buy Now')
    tick('I have read')
    press('Go to Payment')
    confirm_payment()
    expect_balance('990.00')


def renew():
    """Let it be delivered, then renew it for a year at 100.00."""
    subprocess.run([TENURECTL, 'clock', 'advance', '10s'], check=True, stdout=subprocess.DEVNULL)
    turn_to('alt+4')
    wait('1 row', 'label')
    tick('Select all')
    press('Renew…')
    press('Go to Payment')
    confirm_payment()
    expect_balance('890.00')


def give_back():
    """Unsubscribe the renewal that has not started: the whole 100.00 comes back."""
    turn_to('alt+5')
    press('Unsubscribe Renewals')
    wait('1 row', 'label')
    tick('Select all')
    press('Batch Unsubscribe…')
    wait('1 item', 'label')
    press('Unsubscribe')
    wait('Give the Renewals Back?', 'label')
    press('Unsubscribe')
    wait('View Order')
    key('Escape')
    subprocess.run([TENURECTL, 'clock', 'advance', '2d'], check=True, stdout=subprocess.DEVNULL)
    expect_balance('990.00')


def main():
    Atspi.init()
    subprocess.run([TENURECTL, 'profile', 'create', 'Trips', '--practice', '--level', 'V3'], check=True,
                   stdout=subprocess.DEVNULL)
    program = subprocess.Popen([TENURE], env=PROGRAM)
    print('1..3')
    try:
        wait('Trips', 'frame')
        time.sleep(1)
        for number, trip in enumerate((order_and_pay, renew, give_back), 1):
            trip()
            print(f'ok {number} {trip.__name__}', flush=True)
    finally:
        program.terminate()
        program.wait()
    subprocess.run([TENURECTL, 'check'], check=True, stdout=subprocess.DEVNULL)


TENURE, TENURECTL = sys.argv[1:]
main()
