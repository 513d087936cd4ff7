#!/usr/bin/python3
"""Functions of at most 60 lines, files of 600, headers of 120, lines of 120 columns.
Exceptions are named in limits-exceptions.txt; one that is no longer needed fails too, so the list only shrinks."""
import sys

import tree

FUNCTION, FILE, HEADER, LINE = 60, 600, 120, 120


def faults_of(path):
    name = str(path.relative_to(tree.root()))
    lines = path.read_text().split('\n')
    most = HEADER if path.suffix == '.h' else FILE
    if len(lines) - 1 > most:
        yield f'{name}: {len(lines) - 1} lines, at most {most}'
    start = None
    for number, line in enumerate(lines, 1):
        if len(line) > LINE:
            yield f'{name}:{number}: {len(line)} columns, at most {LINE}'
        if path.suffix in ('.c', '.h'):
            if line.startswith('{'):
                start = number
            elif line.startswith('}') and start:
                if number - start - 1 > FUNCTION:
                    yield f'{name}:{start}: a body of {number - start - 1} lines, at most {FUNCTION}'
                start = None


def main():
    listed = (tree.root() / 'tests/checks/limits-exceptions.txt').read_text().split('\n')
    exceptions = {line for line in listed if line and not line.startswith('#')}
    used, bad = set(), []
    for path in tree.files('*.c', '*.h', '*.py', '*.sql', '*.sh'):
        for fault in faults_of(path):
            name = fault.split(':')[0]
            if name in exceptions:
                used.add(name)
            else:
                bad.append(fault)
    bad += [f'{name}: is listed as an exception and needs none' for name in exceptions - used]
    print('\n'.join(bad) or 'all within limits')
    return 1 if bad else 0


sys.exit(main())
