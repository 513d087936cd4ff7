#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Plants one fault at a time in a copy of the tree and looks whether `build-aux/test` fails, and for the right reason.

  planted.py [--only NAME]

The copy is built once plain and once with sanitizers, and must pass before anything is planted."""
import argparse
import os
import re
import subprocess
import sys
import tempfile

from scratch import Scratch

FUNCTION = '\nint tenure_planted (int value);\n\nint\ntenure_planted (int value)\n{\n%s}\n'

# Name: kind of build, tests to run, file, what is replaced (None: its end), by what, what the test must say.
FAULTS = {
    'overflow': ('sanitize', ['--suite', 'base'], 'src/base/tenure-int.c', '(Wide)a + b', '(Wide)(a + b)',
                 'runtime error: signed integer overflow'),
    'leak': ('sanitize', ['--suite', 'domain', 'records'], 'src/domain/tenure-records.c',
             'g_clear_pointer (&self->payer, g_free)', 'self->payer = NULL', 'detected memory leaks'),
    'use after free': ('sanitize', ['--suite', 'domain', 'change'], 'src/domain/tenure-change.c',
                       'text = tenure_money_format (price);',
                       'text = tenure_money_format (price);\n  g_free (text);\n  if (*text == 0)\n    return TRUE;',
                       'AddressSanitizer: heap-use-after-free'),
    'the domain includes a store header': (
        'plain', ['layers'], 'src/domain/tenure-share.c', '#include "tenure-share.h"',
        '#include "tenure-share.h"\n#include "../store/tenure-journal.h"', 'tenure-share.c: domain includes'),
    'app calls ui': ('plain', ['layers'], 'src/app/tenure-row.c', None,
                     'extern void tenure_page_get_type (void) __attribute__ ((weak));\n'
                     + FUNCTION % '  if (tenure_page_get_type)\n    tenure_page_get_type ();\n  return value;\n',
                     'app calls tenure_page_get_type of ui'),
    'a face calls SQLite': ('plain', ['layers'], 'src/cli/tenure-cli-help.c', None,
                            'extern int sqlite3_threadsafe (void);\n'
                            + FUNCTION % '  return value + sqlite3_threadsafe ();\n', 'cli calls sqlite3_threadsafe'),
    'a double in the domain': ('plain', ['layers'], 'src/domain/tenure-share.c', None,
                               FUNCTION % '  return (int)(value * 0.01);\n', 'domain computes in floating point'),
    'the domain asks for the time': ('plain', ['layers'], 'src/domain/tenure-share.c', None,
                                     FUNCTION % '  return value + (int)g_get_real_time ();\n',
                                     'domain calls g_get_real_time'),
    'a function of 61 lines': ('plain', ['limits'], 'src/domain/tenure-share.c', None,
                               FUNCTION % ('  value++;\n' * 60 + '  return value;\n'), 'a body of 61 lines, at most'),
    'an untranslated sentence': ('plain', ['potfiles'], 'src/domain/tenure-change.c', None,
                                 FUNCTION % '  return value + *_ ("Nobody has put this into Chinese.");\n',
                                 'Nobody has put this into Chinese'),
    'a file that is not formatted': ('plain', ['format'], 'src/domain/tenure-share.c', None,
                                     FUNCTION % '      return value ;\n', 'tenure-share.c'),
}


def suite(scratch, kind, arguments):
    """Runs build-aux/test in the copy; its exit status and what it printed."""
    result = subprocess.run([scratch.top / 'build-aux/test', kind, '--', *arguments], capture_output=True, text=True,
                            errors='replace', env=dict(os.environ, LC_ALL='C.UTF-8'))
    return result.returncode, result.stdout + result.stderr


def planted(scratch, fault):
    """What is wrong with the suite's answer to the fault, or nothing when it found it."""
    kind, arguments, name, old, new, answer = fault
    text = scratch.read(name)
    if old is not None and text.count(old) != 1:
        return f'{name} has {text.count(old)} times: {old}'
    try:
        scratch.write(name, text + new if old is None else text.replace(old, new))
        status, printed = suite(scratch, kind, arguments)
    finally:
        scratch.write(name, text)
    if status == 0:
        return 'the suite passed'
    if not re.search(re.escape(answer), printed):
        return f'the suite failed without saying “{answer}”:\n{printed[-3000:]}'
    return ''


def passes_unchanged(scratch, chosen):
    for kind in sorted({fault[0] for fault in chosen.values()}):
        arguments = ['--suite', 'checks'] if kind == 'plain' else ['--suite', 'base', '--suite', 'domain']
        status, printed = suite(scratch, kind, arguments)
        if status:
            print(printed[-3000:])
            return False
    return True


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--only', choices=FAULTS)
    options = parser.parse_args()
    chosen = {name: fault for name, fault in FAULTS.items() if options.only in (None, name)}
    with tempfile.TemporaryDirectory() as folder:
        scratch, missed = Scratch(folder), 0
        if not passes_unchanged(scratch, chosen):
            return 'planted: the suite fails before anything is planted'
        for name, fault in chosen.items():
            wrong = planted(scratch, fault)
            missed += bool(wrong)
            print(f'MISSED: {name}: {wrong}' if wrong else f'found: {name}', flush=True)
    print(f'{len(chosen) - missed} of {len(chosen)} found')
    return 1 if missed else 0


sys.exit(main())
