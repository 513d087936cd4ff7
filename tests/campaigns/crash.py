#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Kills a command at its n-th write for every n, or lets that write fail, and looks at what is left.

  crash.py TENURECTL [--fault kill|ENOSPC|EIO] [--only NAME] [--every K]

After each: `check` is clean, the profile is as before the command or as after it, never between; and applying the
same plan again ends in the state after it, once. Needs strace."""
import argparse
import sqlite3
import sys
import tempfile
import time

from lab import Lab, differences

SCENARIOS = {
    'top-up': ['topup', '100'],
    'order': ['order', 'place', '--offer', 'eip', '--bandwidth', '5', '--months', '1', '--name', 'crash', '--agree'],
    'pay': ['pay', '{unpaid}'],
    'cancel': ['cancel', '{unpaid}'],
    'renew-later': ['renew', '{first}', '{second}', '--months', '1'],
    'renew': ['renew', '{first}', '{second}', '--months', '1', '--unify', '--auto-renew', '--pay'],
    'set-auto': ['set-auto', '{first}', '--months', '1'],
    'unified-day': ['unified-day', '15'],
    'deduction-day': ['deduction-day', '3', '--agree'],
    'unsubscribe': ['unsubscribe', '{first}', '--reason', 'surplus', '--agree'],
    'unsubscribe-renewals': ['unsubscribe-renewals', '{renewed}'],
    'unsubscribe-pending': ['unsubscribe-pending', '{pending}', '--reason', 'surplus'],
    'release': ['release', '{over}'],
    'change': ['change', '{changing}', '--size', '60', '--pay'],
    'attach': ['attach', '{server}', '--offer', 'evs', '--size', '100', '--pay'],
    'set-no-renewal': ['set-no-renewal', '{first}'],
    'to-period': ['to-period', '{metered}', '--months', '1', '--pay'],
    'choose': ['choose', '{unpaid}', '--voucher', 'DJ-1', '--flexi', 'XJ-1', '--card', 'CZ-1'],
    'pay-with-instruments': ['pay', '{unpaid}', '--voucher', 'DJ-1', '--flexi', 'XJ-1', '--card', 'CZ-1'],
    'confirm': ['confirm', '{confirmation}'],
    'approve-purchase': ['review', 'approve', '{purchase}'],
    'approve-refund': ['review', 'approve', '{refund}'],
    'reject-refund': ['review', 'reject', '{refund}', '--reason', 'too large'],
    'activate': ['activate', '{inactive}'],
    'code': ['code', 'send', '13912345678'],
    'decline': ['decline', '{confirmation}'],
    'set-to-pay-per-use': ['set-to-pay-per-use', '{first}'],
    'rename': ['account', 'rename', 'hw_wenhua', '云港市文化中心'],
    'order-for-customer': ['order', 'for-customer', '--offer', 'vpc', '--name', 'crash', '--months', '12'],
    'grant': ['grant', 'voucher', '200', '--threshold', '100'],
    'grant-commercial': ['grant', 'commercial', '90'],
    'reclaim': ['reclaim', 'DJ-1'],
    'freeze': ['freeze', 'arrears'],
    'freeze-one': ['freeze', 'police', '{first}'],
    'withdraw-offer': ['withdraw-offer', 'vpc'],
    'mark': ['mark', '{paid}', 'invoiced'],
}
# No plan: the clock moves, and then what fell due on the way is settled, hours of use among it.
SETTLE = 'settle'
ADVANCE = ['clock', 'advance', '3h']


def one(lab, sql):
    """The first value of a row that must be there."""
    connection = sqlite3.connect(lab.database())
    try:
        return connection.execute(sql).fetchone()[0]
    finally:
        connection.close()


def names(lab):
    """Things of the sample that the scenarios act on."""
    free = [row['id'] for row in lab.rows('renewals', '--mode', 'manual')
            if row['life'] == 'in-use' and row['open_order'] is None and not row['unstarted_periods']]
    lab.run('renew', free[2], '--months', '1', '--pay', check=0)
    lab.quiet()
    lab.keep('start')
    unpaid = [row['order'] for row in lab.rows('orders', '--status', 'unpaid') if not row['composite']]
    now = one(lab, "SELECT value FROM meta WHERE key = 'clock-offset'")
    now = int(now) + int(time.time())
    main = 'SELECT key FROM resource WHERE status = \'active\' AND main_id IS NULL AND open_order_id IS NULL AND '
    order = 'SELECT key FROM "order" WHERE status = '
    return {'first': free[0], 'second': free[1], 'renewed': free[2], 'unpaid': unpaid[0],
            'pending': one(lab, main + f"charging = 'package' AND start > {now}"),
            'over': one(lab, main + f"freeze = 'none' AND expiry < {now}"),
            'changing': one(lab, main + f"charging = 'period' AND freeze = 'none' AND offer = 'eip' AND "
                                        f"expiry > {now + 864000} AND amount < 60"),
            'server': one(lab, main + f"charging = 'period' AND freeze = 'none' AND offer = 'ecs' AND "
                                      f"expiry > {now + 864000}"),
            'metered': one(lab, main + "charging = 'pay-per-use' AND offer = 'eip'"),
            'confirmation': one(lab, order + "'confirmation'"),
            'paid': one(lab, order + "'completed' AND type = 1 AND composite = 0 AND cash > 0"),
            'purchase': one(lab, order + "'review' AND type = 1"), 'refund': one(lab, order + "'review' AND type = 4"),
            'inactive': one(lab, "SELECT key FROM coupon WHERE state = 'inactive' AND kind = 'voucher'")}


CALLS = 'pwrite64,fdatasync,fsync,ftruncate'
# strace counts for each thread by itself, so the faults go through one file after the other: each has one thread that
# writes.
FILES = ['tenure.db-wal', 'tenure.db', 'tenure.db-shm', 'driver.lock']


def trace(lab, file, *more):
    path = lab.database().parent / file
    return ['strace', '-f', '-qq', '-P', str(path), '-e', f'trace={CALLS}', *more]


def writes(lab, arguments, plan, file):
    """How many times an undisturbed run writes to the file."""
    lab.back_to('start')
    out = lab.folder / 'trace'
    lab.run(*arguments, under=trace(lab, file, '-o', str(out)), stdin=plan, check=0)
    return sum('resumed' not in line for line in out.read_text().splitlines())


def injected(lab, arguments, plan, fault, file, n):
    what = 'signal=KILL' if fault == 'kill' else f'error={fault}'
    on = '+' if fault == 'ENOSPC' else ''  # a disk that is full stays full
    under = trace(lab, file, '-o', '/dev/null', '-e', f'inject={CALLS}:{what}:when={n}{on}')
    return lab.run(*arguments, under=under, stdin=plan)


def offset(lab):
    return one(lab, "SELECT value FROM meta WHERE key = 'clock-offset'")


def once(lab, arguments, plan, before, after, fault, file, n):
    """One injection; the text of what is wrong."""
    lab.back_to('start')
    clock = offset(lab)
    result = injected(lab, arguments, plan, fault, file, n)
    wrong = 'it hung\n' if 'it hung' in result.stderr else ''
    wrong += lab.faults()
    state = lab.picture()
    if state not in (before, after):
        wrong += 'between before and after:\n' + differences(before, state)
    if result.returncode == 0 and state != after:
        wrong += 'said done, and was not\n'
    moved = arguments == ADVANCE and offset(lab) != clock
    again = lab.run(*(['clock', 'settle'] if moved else arguments), stdin=plan)
    if again.returncode != 0 or lab.picture() != after:
        wrong += f'done again: {again.returncode} {again.stderr}\n' + differences(after, lab.picture())
    return wrong + lab.faults()


def scenario(lab, name, arguments, options):
    lab.back_to('start')
    lab.quiet()
    lab.keep('start')
    before, plan = lab.picture(), None
    if name != SETTLE:
        plan = lab.run('plan', *arguments, check=0).stdout
        arguments = ['apply', '-']
    if lab.picture() != before:
        raise SystemExit(f'{name}: plan wrote something')
    lab.run(*arguments, stdin=plan, check=0)
    after = lab.picture()
    if after == before:
        raise SystemExit(f'{name}: nothing came of it')
    bad, tried = 0, []
    for file in FILES:
        faults = range(1, writes(lab, arguments, plan, file) + 1, options.every)
        tried.append(f'{len(faults)} to {file}')
        for n in faults:
            wrong = once(lab, arguments, plan, before, after, options.fault, file, n)
            if wrong:
                bad += 1
                print(f'{name}, {options.fault} at write {n} to {file}:\n{wrong}', flush=True)
    print(f'{name}: {options.fault} at each write, {", ".join(tried)}: {bad} bad', flush=True)
    return bad


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('tenurectl')
    parser.add_argument('--fault', choices=['kill', 'ENOSPC', 'EIO'], default='kill')
    parser.add_argument('--only', choices=[*SCENARIOS, SETTLE])
    parser.add_argument('--every', type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        lab = Lab(options.tenurectl, folder)
        lab.make('--sample', '60', '--seed', '7')
        known = names(lab)
        bad = 0
        for name, arguments in {**SCENARIOS, SETTLE: ADVANCE}.items():
            if options.only in (None, name):
                bad += scenario(lab, name, [argument.format(**known) for argument in arguments], options)
    return 1 if bad else 0


sys.exit(main())
