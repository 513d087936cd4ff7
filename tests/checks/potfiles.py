#!/usr/bin/python3
"""Every file with words for people is in po/POTFILES.in, nothing else is, and every catalogue is complete."""
import re
import subprocess
import sys

import tree

MARK = re.compile(r'(?<!\w)(_|N_|C_|NC_|ngettext|g_dngettext|g_dpgettext2?) \(|translatable="yes"|^Name=', re.M)
KEYWORDS = ['-k_', '-kN_', '-kC_:1c,2', '-kNC_:1c,2', '-kngettext:1,2', '-kg_dngettext:2,3', '-kg_dpgettext2:2c,3']


def run(*command, text=None):
    return subprocess.run(command, cwd=tree.root(), capture_output=True, text=True, input=text,
                          env={'LC_ALL': 'C', 'PATH': '/usr/bin:/bin'})


def catalogue_faults(catalogue, sources):
    """What is untranslated or fuzzy once the catalogue is merged with the sources as they are now."""
    check = run('msgfmt', '--check', '-o', '/dev/null', str(catalogue))
    if check.returncode:
        yield f'{catalogue.name}: {check.stderr.strip()}'
    template = run('xgettext', '--from-code=UTF-8', *KEYWORDS, '-o', '-', *sources).stdout
    merged = run('msgmerge', '-q', '-N', '-o', '-', str(catalogue), '-', text=template).stdout
    for kind in ('--untranslated', '--only-fuzzy'):
        missing = run('msgattrib', kind, '--no-wrap', '--no-obsolete', '-', text=merged).stdout
        if 'msgid "' in missing.split('\n\n', 1)[-1]:
            yield f'{catalogue.name} {kind}:\n{missing}'


def main():
    top = tree.root()
    listed = {line for line in (top / 'po/POTFILES.in').read_text().split('\n') if line and not line.startswith('#')}
    marked = {str(path.relative_to(top)) for path in tree.files('src/*.c', 'src/*.h', 'src/*.ui', 'data/*.in')
              if MARK.search(path.read_text()) or path.name.endswith('.metainfo.xml.in')}
    bad = [f'{name}: has words for people and is not in po/POTFILES.in' for name in sorted(marked - listed)]
    bad += [f'{name}: is in po/POTFILES.in and has no words' for name in sorted(listed - marked)]
    for catalogue in sorted((top / 'po').glob('*.po')):
        bad += catalogue_faults(catalogue, sorted(listed & marked))
    print('\n'.join(bad) or 'complete')
    return 1 if bad else 0


sys.exit(main())
