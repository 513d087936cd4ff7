#!/usr/bin/python3
"""The whole tree is as .clang-format says: format.py CLANG-FORMAT"""
import subprocess
import sys

import tree

paths = [str(path) for path in tree.files('src/*.c', 'src/*.h', 'tests/*.c', 'tests/*.h')]
run = subprocess.run([sys.argv[1], '--dry-run', '--Werror', *paths], cwd=tree.root(), capture_output=True, text=True)
print(run.stderr[:4000] or f'{len(paths)} files')
sys.exit(1 if run.returncode else 0)
