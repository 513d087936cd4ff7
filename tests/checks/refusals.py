#!/usr/bin/python3
"""Every refusal that has words is met by some test: its rule stands in a story or in a test's source."""
import re
import sys

import tree

WORDS = 'src/app/tenure-wording-refusals.c'
RULE = re.compile(r'^  \{ "([a-z-]+\.[a-z-]+)",', re.M)
MENTION = re.compile(r'[a-z-]+\.[a-z-]+')
SOURCES = ['*.c', '*.h', '*.story', '*.py', '*.sh']


def tests():
    return (path for path in tree.files(*SOURCES) if path.relative_to(tree.root()).parts[0] == 'tests')


def main():
    rules = RULE.findall((tree.root() / WORDS).read_text())
    met = {word for path in tests() for word in MENTION.findall(path.read_text())}
    bad = [f'{WORDS}: no test meets the refusal {rule}' for rule in rules if rule not in met]
    if not rules:
        bad.append(f'{WORDS}: no refusals were found in it')
    print('\n'.join(bad) or f'{len(rules)} refusals are met')
    return 1 if bad else 0


sys.exit(main())
