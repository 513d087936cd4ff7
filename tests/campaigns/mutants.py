#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Changes one operator of the domain at a time and looks whether a test notices.

  mutants.py [--count N] [--seed S] [--file NAME] [--list]

An operator is a comparison, an arithmetic or logical operator, a truth value or an integer in a function's body; what
stands in assertions, strings, comments, declarations, the flags of a new GArray, the size of what is new and the length
-1 is left alone. The tests are those of the domain and of `tenurectl calc`, built with the sanitizers of
`build-aux/test`. A mutant that runs into a test's time limit counts as killed; one that does not compile is not counted
and another takes its place. Exit 1 when fewer than 19 of 20 are killed."""
import argparse
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import time

from scratch import Scratch

# What each operator becomes. A binary operator stands between spaces, so a pointer's * or & is none.
BINARY = {'<': ['<=', '>='], '<=': ['<', '>'], '>': ['>=', '<='], '>=': ['>', '<'], '==': ['!='], '!=': ['=='],
          '+': ['-'], '-': ['+'], '*': ['/'], '/': ['*'], '%': ['/'], '&&': ['||'], '||': ['&&'],
          '+=': ['-='], '-=': ['+='], '*=': ['/='], '/=': ['*=']}
OPERATOR = re.compile(r'(?<= )(?:' + '|'.join(sorted(map(re.escape, BINARY), key=len, reverse=True)) + r')(?=[ \n])'
                      r'|!(?=[\w(])|\b(?:TRUE|FALSE)\b|(?<![\w.])\d+(?![\w.])')
# Blanked before looking: comments, strings, characters, preprocessor lines.
NOT_CODE = re.compile(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\])*"|\'(?:\\.|[^\'\\])*\'|^#(?:\\\n|[^\n])*', re.S | re.M)
ASSERTION = re.compile(r'\b(?:g_assert\w*|g_return\w*_if_fail|g_static_assert|g_warn\w*|g_array_new) '
                       r'\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)')
WHOLE_TEXT = re.compile(r'(?<=, )-1(?=\))')  # a length: any negative one is the same
NEW = re.compile(r'\bg_new0? \([^()]*\)')  # more room makes no difference
DECLARED_SIZE = re.compile(r'^ +(?:static |const )*\w+ \w+\[[^\]]*\]', re.M)


def blank(match):
    return re.sub(r'[^\n]', ' ', match.group())


def bodies(text):
    """The text with everything outside of function bodies, and what is no code, blanked; positions stay."""
    for pattern in (NOT_CODE, ASSERTION, WHOLE_TEXT, NEW, DECLARED_SIZE):
        text = pattern.sub(blank, text)
    inside, lines = False, []
    for line in text.split('\n'):
        inside = inside and not line.startswith('}')
        lines.append(line if inside else ' ' * len(line))
        inside = inside or line.startswith('{')
    return '\n'.join(lines)


def replacements(operator):
    if operator == '!':
        return ['']
    if operator in ('TRUE', 'FALSE'):
        return ['FALSE' if operator == 'TRUE' else 'TRUE']
    if operator.isdigit():
        return [str(int(operator) + 1)] + ([str(int(operator) - 1)] if int(operator) > 0 else [])
    return BINARY[operator]


def sites(scratch, only):
    """Every place that can be changed: file, offset, operator."""
    found = []
    for path in sorted((scratch.top / 'src/domain').glob('*.c')):
        name = str(path.relative_to(scratch.top))
        if only in (None, path.name):
            found += [(name, match.start(), match.group()) for match in OPERATOR.finditer(bodies(path.read_text()))]
    return found


class Build:
    """The domain, its tests and tenurectl, built in a scratch copy."""

    def __init__(self, scratch):
        self.folder = scratch.top / '_build/mutants'
        self.call('meson', 'setup', self.folder, scratch.top, '-Ddesktop=false', '-Db_sanitize=address,undefined',
                  '-Db_lundef=false', '-Dc_args=-fno-sanitize-recover=all', check=True)
        leaks = f'suppressions={scratch.top}/tests/checks/lsan.supp:print_suppressions=0'
        self.environment = dict(os.environ, LSAN_OPTIONS=leaks)
        tests = json.loads(self.call('meson', 'introspect', '--tests', self.folder, check=True).stdout)
        self.tests = [test for test in tests if 'tenure:domain' in test['suite']
                      or ('tenure:cli' in test['suite'] and test['name'] == 'calc')]
        self.targets = [os.path.relpath(test['cmd'][0], self.folder) for test in self.tests] + ['src/cli/tenurectl']
        failure = self.first_failure('') if self.make() else 'the build'
        if failure:
            raise SystemExit(f'mutants: {failure} fails before anything is changed')

    @staticmethod
    def call(*arguments, check=False, **options):
        return subprocess.run(arguments, capture_output=True, text=True, check=check, errors='replace', **options)

    def make(self):
        return self.call('ninja', '-j2', '-C', self.folder, *self.targets).returncode == 0

    def first_failure(self, name):
        """The test that fails first, those of the file's own name being tried first; None when all pass."""
        topic = os.path.basename(name).removeprefix('tenure-').split('.')[0].split('-')[0]
        for test in sorted(self.tests, key=lambda test: not test['name'].startswith(topic or 'none')):
            try:
                environment, patience = self.environment | test['env'], 4 * test['timeout']
                if self.call(*test['cmd'], env=environment, timeout=patience).returncode != 0:
                    return test['name']
            except subprocess.TimeoutExpired:
                return test['name'] + ' (time limit)'
        return None


def mutate(scratch, build, site, new):
    """Plants one mutant and takes it out again; the verdict, or None when it does not compile."""
    name, offset, old = site
    text = scratch.read(name)
    number = text.count('\n', 0, offset) + 1
    try:
        scratch.write(name, text[:offset] + new + text[offset + len(old):])
        if not build.make():
            return None
        killer = build.first_failure(name)
        verdict = f'killed by {killer}' if killer else 'SURVIVED'
        line = text.splitlines()[number - 1].strip()
        print(f'{verdict}: {name}:{number}: {old} → {new or "nothing"}: {line}', flush=True)
        return killer is not None
    finally:
        scratch.write(name, text)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--count', type=int, default=20)
    parser.add_argument('--seed', type=int, default=int(time.time()))
    parser.add_argument('--file', help='only this file of src/domain, such as tenure-unify.c')
    parser.add_argument('--list', action='store_true', help='print what could be changed and stop')
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        scratch = Scratch(folder)
        places = sites(scratch, options.file)
        print(f'{len(places)} operators, seed {options.seed}', flush=True)
        if options.list:
            print('\n'.join(f'{name}:{offset}: {operator}' for name, offset, operator in places))
            return 0
        chance, verdicts = random.Random(options.seed), []
        build = Build(scratch)
        chance.shuffle(places)
        while places and len(verdicts) < options.count:
            site = places.pop()
            verdict = mutate(scratch, build, site, chance.choice(replacements(site[2])))
            verdicts += [] if verdict is None else [verdict]
        print(f'{sum(verdicts)} of {len(verdicts)} killed')
        return 0 if verdicts and 20 * sum(verdicts) >= 19 * len(verdicts) else 1


sys.exit(main())
