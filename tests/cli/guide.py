#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Chapters 1 to 5 of the guide through the built tenurectl, in English and in Chinese with the guide's labels;
secrets by stdin only, and afterwards in no file, argument, plan or output. Arguments: tenurectl, the folder of the
.mo files."""
import concurrent.futures
import glob
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time

TENURECTL, LOCALES = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
PHONE, EMAIL, USER = '13912345678', 'wen@wenhua.example', 'hw_wenhua.govcloud'
PASSWORD, WRONG = 'MarkedRight#71', 'MarkedWrong#%02d'

# What must be read at each step: the English, the guide's Chinese.
WORDS = {
    'enterprise': ('Enterprise account', '企业客户'),
    'not met': ('not met', '不满足'),
    'submitted': ('submitted', '已提交'),
    'rejected': ('rejected', '已驳回'),
    'activated': ('activated', '已激活'),
    'days': ('7 days', '7天'),
    'agree': ('service statement', '服务声明'),
    'unpaid': ('Pending payment', '待支付'),
    'processing': ('Processing', '处理中'),
    'completed': ('Completed', '已完成'),
    'cancelled': ('Cancelled', '已取消'),
    'review': ('Pending approval', '待审核'),
    'refunding': ('Refunding', '退款中'),
    'new': ('New purchase', '新购'),
    'renewal': ('Renewal', '续订'),
    'unsubscription': ('Unsubscription', '退订'),
    'to pay': ('To pay', '应支付'),
    'balance': ('Balance', '余额'),
    'use': ('Pay-per-use', '按需计费'),
    'not begun': ('Not in effect', '未生效'),
    'in use': ('In use', '使用中'),
    'manual': ('Manual renewal', '手动续费项'),
    'auto': ('Automatic renewal', '自动续费项'),
    'to-ppu': ('pay-per-use', '到期转按需项'),
    'no-renewal': ('No renewal', '到期不续费项'),
    'unified': ('Unified expiry day', '统一到期日'),
    'last day': ('last day of the month', '当月最后一天'),
    'deduction': ('Deduction day', '自动续费扣款日'),
    'trace': ('Trace', '交易记录跟踪'),
    'all': ('--trace all', '查看全部记录'),
    'conditional': ('conditional', '非五天无理由退订'),
    'five-day': ('five-day', '五天无理由退订'),
    'surplus': ('more services', '退订多购买的云服务'),
    'one-off': ('one-time charge', '一次性收费'),
    'total': ('Total', '合计'),
    'price': ('1 month', '1个月价格'),
    'address': ('Elastic IP', '弹性公网IP'),
    'made': ('Ready', '已生成'),
}


class Player:
    """One profile in one language. Every command that runs is checked for its exit status and its words."""

    def __init__(self, folder, language):
        self.folder, self.language = folder, language
        self.place = os.path.join(folder, language or 'en')
        self.secrets = [PASSWORD]
        self.outputs = []
        os.mkdir(self.place)
        self.env = dict(os.environ, TENURE_PROFILES=os.path.join(self.place, 'profiles'), LC_ALL='C.UTF-8',
                        LANGUAGE=language, TENURE_LOCALEDIR=LOCALES, G_DEBUG='fatal-warnings')

    def run(self, command, *more, feed='', status=0):
        words = command.split() + list(more)
        done = subprocess.run([TENURECTL] + words, input=feed, capture_output=True, text=True, env=self.env,
                              cwd=self.place, timeout=60)
        text = done.stdout + done.stderr
        if done.returncode != status:
            raise AssertionError(f'{self.language or "en"}: {" ".join(words)}: {done.returncode}, not {status}: {text}')
        if status and (not done.stderr.startswith('tenurectl: ') or done.stderr.count('\n') != 1):
            raise AssertionError(f'{" ".join(words)}: not one sentence: {done.stderr}')
        if words[:2] != ['outbox', 'show']:  # where a secret is told
            self.outputs.append(text)
        return text

    def says(self, command, *expected, more=(), feed='', status=0):
        text = self.run(command, *more, feed=feed, status=status)
        for item in expected:
            word = WORDS[item][1 if self.language else 0] if item in WORDS else item
            if word.lower() not in text.lower():
                raise AssertionError(f'{self.language or "en"}: {command}: no “{word}” in:\n{text}')
        return text

    def refused(self, command, *expected, status=1, **others):
        return self.says(command, *expected, status=status, **others)

    def json(self, command):
        return json.loads(self.run(command + ' --json'))

    def order(self, name, *filters):
        return self.run(f'orders --search {name} --ids', *filters).split()[0]

    def message(self, template, member):
        number = next(r['number'] for r in self.json('outbox')['rows'] if r['template'] == template)
        secret = json.loads(self.run(f'outbox show {number} --json'))[member]
        self.secrets.append(secret)
        return secret


# Chapter 1 and 2 -------------------------------------------------------------------------------------------------

FORM = ('--phone', PHONE, '--email', EMAIL, '--applicant', '王文', '--needs', '华北-乌兰察布，弹性公网IP')


def register(p):
    p.run('profile create guide --practice --register')
    p.refused('account check hw_personal', 'enterprise', 'not met')
    p.says('account check hw_wenhua', 'enterprise')
    p.refused('account check nobody', 'nobody', status=2)
    p.refused('code send 123', '11')
    p.says(f'code send {PHONE}', PHONE)
    p.refused(f'code send {PHONE}')
    p.refused('register hw_wenhua', status=2)
    p.refused('register hw_wenhua', feed='000000\n', more=FORM)
    p.refused('register hw_police', feed='000000\n', more=FORM)
    p.says('register hw_wenhua', USER, 'submitted', feed=p.message('code.register', 'code') + '\n', more=FORM)
    p.says('applications', USER, 'submitted', EMAIL)


def correct_and_approve(p):
    p.refused(f'application reject {USER}', '--reason', status=2)
    p.says(f'application reject {USER} --reason region', 'rejected')
    p.says('applications --state rejected', 'region')
    p.run('clock advance 60s')
    p.run(f'code send {PHONE}')
    p.says('register hw_wenhua', 'rejected', 'submitted', feed=p.message('code.register', 'code') + '\n', more=FORM)
    p.run(f'application approve {USER}')
    p.refused(f'application approve {USER}')
    p.refused(f'sign-in {PHONE}', feed='not-yet\n')


def activate(p):
    link = p.message('application.activate', 'link')
    p.secrets.append(link.split('#')[1])
    mail = p.run('outbox show %d' % next(r['number'] for r in p.json('outbox')['rows'] if r['kind'] == 'mail'))
    for part in (USER, link, WORDS['days'][bool(p.language)]):
        assert part in mail, (part, mail)
    p.refused('password set', feed=f'{link}\nshort\n')
    p.refused('password set', feed=f'tenure://set-password/x#y\n{PASSWORD}\n')
    p.refused(f'password set {link}', status=2)
    p.run('password set', feed=f'{link}\n{PASSWORD}\n')
    p.refused('password set', feed=f'{link}\n{PASSWORD}\n')
    p.says('applications', 'activated')


def sign_in(p):
    for login in (PHONE, EMAIL, USER):
        p.says(f'sign-in {login}', login, feed=PASSWORD + '\n')
        assert p.json('whoami')['account'] == 'hw_wenhua'
        p.run('sign-out')
    p.refused('topup 10')
    p.run(f'sign-in {PHONE}', feed=PASSWORD + '\n')


def guess(p):
    """Plans ask for no secret, tell nothing of one and count nothing; what is applied counts."""
    for i in range(25):
        wrong = WRONG % i + '\n'
        for command in (f'plan sign-in {PHONE}', f'sign-in {PHONE} --dry-run', f'password reset {PHONE} --dry-run',
                        f'plan password reset {PHONE}'):
            text = p.run(command, feed=wrong)
            assert 'MarkedWrong' not in text, text
    p.run('sign-out')
    p.run(f'sign-in {PHONE}', feed=PASSWORD + '\n')
    p.run('sign-out')
    for i in range(6):
        p.refused(f'sign-in {PHONE}', feed=WRONG % i + '\n')
    p.refused(f'sign-in {PHONE}', feed=PASSWORD + '\n')
    p.run('clock advance 900s')
    p.run(f'sign-in {PHONE}', feed=PASSWORD + '\n')


# Chapter 3 -------------------------------------------------------------------------------------------------------

EIP = 'order place --offer eip --region cn-north-9 --bandwidth 5'


def choose(p):
    p.says('catalogue', 'eip', 'Mbit/s')
    p.refused(f'{EIP} --months 1 --name gate', 'agree')
    p.refused(f'{EIP} --months 13 --name gate --agree', '13')
    p.refused('order place --offer eip --bandwidth 2001 --name gate --agree', '2000', status=2)
    p.refused('order place --offer nothing --name gate --agree', 'nothing', status=2)
    p.says(f'{EIP} --months 1 --name gate --agree', 'to pay', '¥115.00')
    p.refused(f'{EIP} --pay-per-use --months 1 --name hourly --agree', '--months', status=2)
    p.run(f'{EIP} --pay-per-use --name hourly --agree')
    p.says('metered', 'hourly')
    p.says('resources', 'hourly', 'use')
    p.refused('order place --offer traffic-package --spec 100 --name later --starts 2020-01-01 --agree', '2020')
    day = (p.json('clock')['now'] if 'now' in p.json('clock') else p.run('clock'))[:4]
    p.run(f'order place --offer traffic-package --spec 100 --name flow --agree')
    p.run(f'order place --offer traffic-package --spec 100 --name later --starts {int(day) + 1}-06-01 --agree')
    for name in ('web', 'app', 'db'):
        p.run(f'order place --offer ecs --spec s6.small.1 --name {name} --disk 40 --months 1 --agree')
    p.run('order place --offer vpc --name net --term 1y --agree')
    p.run('order place --offer deh --name host --agree')
    p.run('order place --offer ssl-certificate --name cert --term 1y --agree')


# Chapter 4.1 and 4.3 ---------------------------------------------------------------------------------------------

def pay(p):
    gate, host = p.order('gate'), p.order('host')
    p.says('orders --status unpaid', gate, 'unpaid', 'new')
    p.says('orders --status review', host, 'review')
    p.says(f'order show {gate}', 'unpaid', '¥115.00', 'gate', 'trace')
    assert gate in p.run('orders --offer eip') and gate not in p.run('orders --offer ecs')
    p.refused('orders --status waiting', 'waiting', status=2)
    p.refused('order show CS0', 'CS0', status=2)
    p.refused(f'pay {host}', host)
    p.says(f'pay {gate} --dry-run', '¥115.00', 'balance')
    p.says(f'pay {gate}', '¥115.00')
    p.says(f'order show {gate}', 'processing')
    p.refused(f'pay {gate}', gate)
    p.run(f'{EIP} --months 1 --name spare --agree')
    spare = p.order('spare')
    p.says(f'export unpaid {spare} --to unpaid.csv', 'unpaid.csv')
    p.refused(f'export unpaid {spare} --to unpaid.csv', '--force', status=2)
    p.refused(f'export unpaid {spare} --to unpaid.pdf', '--format', status=2)
    p.refused(f'export unpaid {gate} --to paid.csv', gate)
    p.says(f'cancel {spare}', 'unpaid', 'cancelled')
    p.refused(f'cancel {spare}', spare)
    p.says(f'review approve {host}', host)
    p.run(f'cancel {host}')
    p.refused('pay -', status=2)
    p.says('pay -', 'to pay', feed=p.run('orders --status unpaid --ids'))
    p.run('clock advance 10s')
    p.says(f'order show {gate}', 'completed', USER)
    p.says('export orders --to orders.xlsx', 'orders.xlsx')
    p.says('packages', 'flow', 'later', 'not begun')
    p.says('bills', 'address')
    p.says('withdraw-offer eip --dry-run', 'address')


# Chapter 4.2 -----------------------------------------------------------------------------------------------------

def renew(p):
    p.says('renewals --within 40', 'gate', 'in use', 'manual')
    p.refused('renewals --hide-packages --only-packages', status=2)
    assert 'gate' not in p.run('renewals --only-packages') and 'flow' not in p.run('renewals --hide-packages')
    p.refused('renew gate', '--months', status=2)
    p.refused('renew gate --months 13', '13')
    p.refused('renew nobody --months 1', 'nobody', status=2)
    p.says('renew gate --months 1', '¥115.00')
    order = p.order('gate', '--type', 'renewal')
    p.refused('renew gate --months 1', order)
    p.refused('set-auto gate --months 1', order)
    assert 'gate' not in p.run('renewals --hide-unpaid')
    p.run(f'cancel {order}')
    p.says('renew gate web --months 1 --auto-renew --pay', 'to pay', '¥177.00')
    p.says('renewals --mode auto', 'gate', 'web')
    p.run('set-manual gate web')
    composite = next(r['order'] for r in p.json('orders --type renewal')['rows'] if r['composite'])
    p.says(f'order show {composite}', 'renewal', 'completed', 'gate', 'web', 'all')
    p.says(f'order show {composite} --trace all --type new', 'new')


def modes(p):
    p.says('set-auto web app --months 3 --times 2', 'manual', 'auto')
    p.refused('set-auto web --months 1 --times 100', '99', status=2)
    p.says('renewals --mode auto', 'web', '2')
    p.says('set-auto web --months 1', 'auto')
    assert p.json('resource show web')['auto_left'] == 2
    p.says('set-auto web --months 1 --reset-times', 'auto')
    assert p.json('resource show web')['auto_left'] == -1
    p.says('set-manual web app', 'manual')
    p.refused('set-manual web', 'manual')
    p.refused('deduction-day 5')
    p.refused('deduction-day 8 --agree', '8', status=2)
    p.says('deduction-day 5 --agree', 'deduction', '5')
    p.refused('unified-day 29', '29', status=2)
    p.says('unified-day last', 'unified', 'last day')
    p.says('unified-day 1', 'unified', '1')
    p.says('renew app --months 1 --unify --pay', '-01')
    p.says('set-to-pay-per-use gate', 'to-ppu')
    p.refused('set-to-pay-per-use flow', 'flow')
    p.says('renewals --mode to-pay-per-use', 'gate')
    p.says('set-no-renewal db', 'no-renewal')
    p.says('renewals --mode no-renewal', 'db')
    p.refused('release db')


def lists(p):
    p.says('export renewal-list gate flow --months 12 --to list.csv', 'list.csv')
    text = open(os.path.join(p.place, 'list.csv'), encoding='utf-8-sig').read()
    assert '1150.00' in text and WORDS['total'][bool(p.language)] in text, text
    p.refused('export renewal-list nobody --months 1 --to none.csv', 'nobody', status=2)
    p.says('export price-list --mode manual --to prices.csv', 'prices.csv')
    text = open(os.path.join(p.place, 'prices.csv'), encoding='utf-8-sig').read()
    assert WORDS['price'][bool(p.language)] in text and '\ndb,' not in text, text


# Chapter 4.4 and 5 -----------------------------------------------------------------------------------------------

def unsubscribe(p):
    p.says('resources --list refused', 'cert', 'one-off')
    assert 'cert' not in p.run('resources --list five-day')
    p.says('resources --list five-day', 'app')
    p.refused('unsubscribe app', '--reason', status=2)
    p.refused('unsubscribe app --reason other --agree')
    p.refused('unsubscribe app --reason surplus')
    p.says('unsubscribe net --reason surplus --agree', 'five-day', '¥100.00')
    p.refused('unsubscribe cert --reason surplus --agree', 'one-off')
    p.says('order show ' + p.order('net', '--type', 'unsubscription'), 'refunding', 'surplus', '¥100.00')
    p.says('resources --list periods', 'gate', 'web')
    p.refused('unsubscribe-renewals gate=2001-01-01', '2001-01-01')
    p.says('unsubscribe-renewals gate', '¥115.00')
    p.refused('unsubscribe-renewals gate', 'gate')
    p.says('resources --list pending', 'later')
    p.refused('unsubscribe-renewals later', 'later')
    p.says('unsubscribe-pending later --reason surplus', '¥72.00')
    p.run('clock advance 6d')
    p.says('unsubscribe web --reason surplus --agree --explain', 'conditional', '10%')
    p.says('orders --type unsubscription', 'unsubscription', 'completed')


def failure(p):
    p.run(f'{EIP} --months 1 --name broken --agree')
    order = p.order('broken')
    p.run(f'tell-failure {order}')
    p.run(f'pay {order}')
    p.run('clock advance 10s')
    refund = p.order('broken', '--type', 'unsubscription')
    p.says(f'order show {order}', refund)
    p.says(f'order show {refund}', order, '¥115.00')


def release(p):
    p.run('clock advance 26d')
    p.says('release db --dry-run --explain', '4.2.6')
    p.run('release db')
    p.says('resources', 'db')


def exports(p):
    p.says('export orders --type unsubscription --to refunds.csv', 'refunds.csv')
    record = p.json('exports')['rows'][0]['export']
    p.says('exports', record, 'made')
    p.says(f'export save {record} --to again.csv', 'again.csv')
    assert open(os.path.join(p.place, 'again.csv')).read() == open(os.path.join(p.place, 'refunds.csv')).read()
    p.run('clock advance 73h')
    p.refused(f'export save {record} --to late.csv', record, status=2)
    assert p.json('exports')['rows'] == []


STEPS = (register, correct_and_approve, activate, sign_in, choose, pay, renew, modes, lists, unsubscribe, failure,
         release, exports)


# Secrets ---------------------------------------------------------------------------------------------------------

class Watch(threading.Thread):
    """What other users of the machine see of our commands: the arguments of each tenurectl that runs."""

    def __init__(self):
        super().__init__(daemon=True)
        self.seen, self.over = set(), False

    def run(self):
        while not self.over:
            for path in glob.glob('/proc/[0-9]*/cmdline'):
                try:
                    with open(path, 'rb') as file:
                        line = file.read()
                except OSError:
                    continue
                if TENURECTL.encode() in line:
                    self.seen.add(line)
            time.sleep(0.2)


def read_all(folder):
    for parent, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(parent, name)
            with open(path, 'rb') as file:
                yield path, file.read()


def check_secrets(p, watch):
    files = list(read_all(p.place))
    assert len(files) > 5 and watch.seen
    for secret in p.secrets + ['MarkedWrong']:
        mark = secret.encode()
        # A code is six digits, which other things are made of too: it is looked for where people would be told it.
        places = [path for path, content in files if mark in content and len(secret) > 6]
        places += [f'an output: {text}' for text in p.outputs if secret in text]
        # The whole link as an argument is tried above, and refused.
        places += [str(line) for line in watch.seen if mark in line and not secret.startswith('tenure://')
                   and b'tenure://' not in line]
        if places:
            raise AssertionError(f'{p.language or "en"}: “{secret}” is seen in {places[0]}')


def play(p, watch):
    for step in STEPS + ((guess,) if p.language else ()):
        step(p)
    assert p.json('check')['faults'] == 0
    p.run('journal verify')
    check_secrets(p, watch)


def main():
    folder = tempfile.mkdtemp(prefix='tenure-guide-')
    watch = Watch()
    watch.start()
    try:
        with concurrent.futures.ThreadPoolExecutor() as pool:
            for played in [pool.submit(play, Player(folder, language), watch) for language in ('zh_CN', '')]:
                played.result()
    finally:
        watch.over = True
        shutil.rmtree(folder)


main()
