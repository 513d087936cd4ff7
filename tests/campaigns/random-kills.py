#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Kills random commands at random moments, one after another on the same profile.

  random-kills.py TENURECTL [--count N] [--seed S]

Each command is applied on a copy first, which says what the profile looks like after it and how long it takes. After the kill
`check` is clean, the profile is as before or as after, never between; and the same plan applied again ends as after, once.
The clock is moved the same way: what falls due is played event by event, so there `check` has to be clean at any moment, and
settling what is left ends as it does undisturbed."""
import argparse
import random
import subprocess
import sys
import tempfile
import time

from lab import Lab, differences

DURATIONS = ['1', '2', '3', '9', '12', '24', '36']


def some(chance, ids, most):
    return chance.sample(ids, min(len(ids), chance.randint(1, most)))


def resources(lab, chance, *filters, most=3):
    return some(chance, [row['id'] for row in lab.rows('renewals', *filters)], most)


def unpaid(lab, chance, most):
    return some(chance, [row['order'] for row in lab.rows('orders', '--status', 'unpaid')], most)


def order(lab, chance):
    offer = chance.choice(['ecs', 'eip', 'vpc'])
    more = ['--bandwidth', str(chance.randint(1, 50))] if offer == 'eip' else []
    return ['order', 'place', '--offer', offer, '--months', chance.choice(DURATIONS), '--name',
            f'thing-{chance.randrange(10**6)}', '--agree', *more]


def renew(lab, chance):
    return ['renew', *resources(lab, chance), '--months', chance.choice(DURATIONS),
            *some(chance, ['--unify', '--pay'], 2)]


def set_mode(lab, chance):
    if chance.random() < 0.3:
        return ['set-manual', *resources(lab, chance, '--mode', 'auto')]
    return ['set-auto', *resources(lab, chance), '--months', chance.choice(DURATIONS)]


def unsubscribe(lab, chance):
    return ['unsubscribe', *resources(lab, chance), '--reason', 'surplus', '--agree']


def give_back(lab, chance):
    renewed = [row['id'] for row in lab.rows('resources') if row['unstarted_periods']]
    return ['unsubscribe-renewals', *some(chance, renewed, 2)]


# Kinds of command and how often each is drawn.
COMMANDS = [
    (2, lambda lab, chance: ['topup', f'{chance.randint(1, 10**7) / 100:.2f}']),
    (4, order), (5, renew), (3, set_mode), (2, unsubscribe), (2, give_back),
    (5, lambda lab, chance: ['pay', *unpaid(lab, chance, 3)]),
    (2, lambda lab, chance: ['cancel', *unpaid(lab, chance, 2)]),
    (1, lambda lab, chance: ['unified-day', chance.choice(['last', *map(str, range(1, 29))])]),
    (1, lambda lab, chance: ['deduction-day', str(chance.randint(2, 7)), '--agree']),
]
MOVE_CLOCK = 0.15


def killed(lab, arguments, stdin, seconds):
    """Runs tenurectl and kills it after so long; whether it was killed."""
    process = subprocess.Popen([lab.tenurectl, *arguments], env=lab.environment, stdin=subprocess.PIPE, text=True,
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    process.stdin.write(stdin)
    process.stdin.close()
    time.sleep(seconds)
    process.kill()
    return process.wait() < 0


def undisturbed(lab, arguments, stdin):
    """What the profile looks like after the command, and how long it takes; the profile is as before again."""
    lab.keep('before')
    started = time.monotonic()
    lab.run(*arguments, stdin=stdin, check=0)
    seconds = time.monotonic() - started
    after = lab.picture()
    lab.back_to('before')
    return after, seconds


def one_command(lab, chance, arguments, plan):
    before = lab.picture()
    after, seconds = undisturbed(lab, ['apply', '-'], plan)
    died = killed(lab, ['apply', '-'], plan, chance.random() * seconds)
    wrong, state = lab.faults(), lab.picture()
    if state not in (before, after):
        wrong += 'between before and after:\n' + differences(before, state)
    again = lab.run('apply', '-', stdin=plan)
    if again.returncode != 0 or lab.picture() != after:
        wrong += f'applied again: {again.returncode} {again.stderr}\n' + differences(after, lab.picture())
    return wrong + lab.faults(), died, state == after


def one_move(lab, chance, span):
    before = lab.picture()
    after, seconds = undisturbed(lab, ['clock', 'advance', span], '')
    died = killed(lab, ['clock', 'advance', span], '', chance.random() * seconds)
    wrong, state = lab.faults(), lab.picture()
    lab.run('clock', 'settle', check=0)
    settled = lab.picture()
    if settled not in (before, after):
        wrong += 'settled otherwise:\n' + differences(after, settled)
    return wrong + lab.faults(), died, state == after


def draw(lab, chance):
    """A command that can go ahead, and its plan."""
    while True:
        make = chance.choices([command for _, command in COMMANDS], [weight for weight, _ in COMMANDS])[0]
        arguments = make(lab, chance)
        plan = lab.run('plan', *arguments)
        if plan.returncode == 0:
            return arguments, plan.stdout


def one(lab, chance):
    lab.quiet()
    if chance.random() < MOVE_CLOCK:
        arguments = ['clock', 'advance', f'{chance.randint(1, 5 * 24)}h']
        return arguments, *one_move(lab, chance, arguments[2])
    arguments, plan = draw(lab, chance)
    return arguments, *one_command(lab, chance, arguments, plan)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('tenurectl')
    parser.add_argument('--count', type=int, default=300)
    parser.add_argument('--seed', type=int, default=int(time.time()))
    options = parser.parse_args()
    chance = random.Random(options.seed)
    print(f'seed {options.seed}', flush=True)
    bad = deaths = kept = 0
    with tempfile.TemporaryDirectory() as folder:
        lab = Lab(options.tenurectl, folder)
        lab.make('--sample', '60', '--seed', str(options.seed % 10**6))
        for number in range(options.count):
            arguments, wrong, died, done = one(lab, chance)
            deaths, kept = deaths + died, kept + (died and done)
            if wrong:
                bad += 1
                print(f'{number}: {" ".join(arguments)}:\n{wrong}', flush=True)
    print(f'{options.count} commands, {deaths} killed, {kept} of them after their work was done, {bad} bad')
    return 1 if bad else 0


sys.exit(main())
