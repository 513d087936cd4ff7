# SPDX-License-Identifier: GPL-3.0-or-later
"""A copy of the tree to break on purpose."""
import pathlib
import shutil
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / 'checks'))
import tree  # noqa: E402  (the checks' own list of files)


class Scratch:
    def __init__(self, folder):
        self.top = pathlib.Path(folder) / 'tree'
        for path in tree.files('*'):
            if path.is_file():
                copy = self.top / path.relative_to(tree.root())
                copy.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(path, copy)

    def read(self, name):
        return (self.top / name).read_text()

    def write(self, name, text):
        (self.top / name).write_text(text)
