# SPDX-License-Identifier: GPL-3.0-or-later
"""What the campaigns share: a sample profile, copies of it, tenurectl, and a picture of what a profile holds."""
import json
import os
import pathlib
import shutil
import signal
import sqlite3
import subprocess
import time

# What a command is about, without what differs from run to run: order numbers, identifiers, moments.
PICTURE = {
    'account': 'SELECT key, unified_day, lead_days FROM account ORDER BY key',
    'orders': 'SELECT type, status, composite, official, discount, due, cash, flexi, card, voucher, count(*) '
              'FROM "order" GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 ORDER BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10',
    'lines': 'SELECT offer, months, extra_days, old_expiry, new_expiry, due, consumed, fee, count(*) FROM line '
             'GROUP BY 1, 2, 3, 4, 5, 6, 7, 8 ORDER BY 1, 2, 3, 4, 5, 6, 7, 8',
    'resources': 'SELECT name, status, mode, auto_months, auto_left, anchor, expiry FROM resource ORDER BY 1, 7',
    'terms': 'SELECT r.name, t.kind, t."end", t.due, t.refunded FROM term t JOIN resource r ON r.id = t.resource_id '
             'ORDER BY 1, 2, 3, 4, 5',
    'ledger': 'SELECT name, balance FROM ledger WHERE balance <> 0 ORDER BY name',
    'bills': 'SELECT r.name, b.type, b.start, b."end", b.official, b.cash, b.voucher, b.debt, count(*) FROM bill b '
             'LEFT JOIN resource r ON r.id = b.resource_id GROUP BY 1, 2, 3, 4, 5, 6, 7, 8 ORDER BY 1, 2, 3, 4, 5, 6',
    'coupons': 'SELECT key, state, remaining, lost, used_order_id IS NULL FROM coupon ORDER BY key',
    'locks': 'SELECT amount, count(*) FROM lock GROUP BY amount ORDER BY amount',
    'metered': 'SELECT name, charging, used, charged_until, freeze FROM resource ORDER BY 1, 2, 4',
    'freezes': 'SELECT a.key, a.freeze, r.name, r.freeze FROM account a LEFT JOIN resource r ON r.account_id = a.id '
               'ORDER BY 1, 3, 2, 4',
    'marks': 'SELECT sum (invoiced), sum (special), sum (promotion), sum (partner_paid) FROM "order"',
    'discounts': 'SELECT kind, permyriad, service, ended IS NULL, count(*) FROM discount GROUP BY 1, 2, 3, 4 '
                 'ORDER BY 1, 2, 3, 4',
    'offers': 'SELECT key, withdrawn FROM offer ORDER BY key',
    'annotations': 'SELECT count(*) FROM annotation',
    'exports': 'SELECT what, state, count(*) FROM export GROUP BY 1, 2 ORDER BY 1, 2',
    'messages': 'SELECT template, count(*) FROM message GROUP BY 1 ORDER BY 1',
    'enterprises': 'SELECT key, name FROM account ORDER BY key',
    'codes': 'SELECT phone, purpose, state FROM code ORDER BY id',
    'quota': 'SELECT year, used FROM quota ORDER BY year',
    'steps': 'SELECT effect, state, count(*) FROM step GROUP BY 1, 2 ORDER BY 1, 2',
    'commands': 'SELECT kind, count(*) FROM command GROUP BY kind ORDER BY kind',
}


class Lab:
    def __init__(self, tenurectl, folder):
        self.tenurectl, self.folder = tenurectl, pathlib.Path(folder)
        self.home = self.folder / 'profiles'
        self.environment = dict(os.environ, TENURE_PROFILES=str(self.home), LC_ALL='C.UTF-8', LANGUAGE='en')
        self.environment.pop('G_DEBUG', None)

    def run(self, *arguments, under=(), check=None, stdin=None):
        """Runs tenurectl, under another program if one is given; `check` is the exit status it must have."""
        result = self.finish(subprocess.Popen([*under, self.tenurectl, *arguments], env=self.environment, text=True,
                                              stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                              start_new_session=True), stdin)
        if check is not None and result.returncode != check:
            raise SystemExit(f'tenurectl {" ".join(arguments)}: {result.returncode}\n{result.stdout}\n{result.stderr}')
        return result

    @staticmethod
    def finish(process, stdin):
        """What has come of a program; one that hangs is ended with all that it started, and says so."""
        try:
            out, errors = process.communicate(stdin, timeout=60)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            out, errors = process.communicate()
            errors += 'it hung'
        return subprocess.CompletedProcess(process.args, process.returncode, out, errors)

    def make(self, *arguments):
        """The profile that everything starts from."""
        self.run('profile', 'create', 'lab', '--practice', *arguments, check=0)
        self.keep('start')

    def rows(self, *arguments):
        return json.loads(self.run(*arguments, '--json', check=0).stdout)['rows']

    def quiet(self):
        """Moves the clock to where nothing falls due, and no refund changes with the hour, for the next minutes."""
        while True:
            now = self.number('SELECT value FROM meta WHERE key = \'clock-offset\'') + int(time.time())
            due = self.number('SELECT coalesce (min (due), 9e15) FROM event')
            if due > now + 240 and now % 3600 < 3360:
                return
            self.run('clock', 'advance', '5m', check=0)

    def number(self, sql):
        connection = sqlite3.connect(self.database())
        try:
            return int(connection.execute(sql).fetchone()[0])
        finally:
            connection.close()

    def keep(self, name):
        shutil.rmtree(self.folder / name, ignore_errors=True)
        shutil.copytree(self.home, self.folder / name)

    def back_to(self, name):
        shutil.rmtree(self.home, ignore_errors=True)
        shutil.copytree(self.folder / name, self.home)

    def database(self):
        return next(self.home.glob('*/tenure.db'))

    def picture(self):
        """What the profile holds, as text; read by SQLite, so the write-ahead log counts."""
        connection = sqlite3.connect(self.database())
        try:
            return json.dumps({name: connection.execute(sql).fetchall() for name, sql in PICTURE.items()}, indent=0)
        finally:
            connection.close()

    def faults(self):
        """What `tenurectl check` says, or nothing when all is well."""
        result = self.run('check')
        return '' if result.returncode == 0 else result.stdout + result.stderr


def differences(one, other):
    """The rows that only one of two pictures has."""
    a, b = json.loads(one), json.loads(other)
    lost = [f'{name}: - {row}' for name in a for row in a[name] if row not in b[name]]
    made = [f'{name}: + {row}' for name in b for row in b[name] if row not in a[name]]
    return '\n'.join(lost + made) + '\n'
