#!/usr/bin/python3
"""The layers, on includes and on undefined symbols: layers.py LAYER=LIBRARY.a …
Also: which outside library a layer may call, and that the domain computes without floating point."""
import re
import subprocess
import sys

import tree

OUTER = {'store', 'platform', 'app', 'ui', 'cli'}
# An outside library's symbols, and the only layers that may call it.
OUTSIDE = {
    r'json_(object|tokener|c)_|json_util_': {'base'},
    r'sqlite3_': {'store'},
    r'(sodium|crypto|randombytes)_': {'platform'},
    r'(gtk|gdk|gsk|adw)_': {'ui'},
    r'g_(file_(query|replace|load|read|make|delete|move|copy|enumerate)|socket_|io_channel_)': OUTER,
    r"(g_get_(real|monotonic)_time|g_date_time_new_now|time|gettimeofday|clock_gettime)(_\w+)?$": OUTER,
    r'(localtime|tzset|setlocale|nl_langinfo|strftime|strcoll)(_\w+)?$': OUTER,
}
FLOAT = re.compile(r"\s(v?(add|sub|mul|div|sqrt|min|max|u?comi)[sp][sd]|v?cvt\w*s[sd]\w*|f(ld|add|mul|div|sub)\w*)\s")


def include_faults():
    home = {path.name: tree.layer_of(path) for path in tree.files('src/*.h') if tree.layer_of(path)}
    for path in tree.files('src/*.c', 'src/*.h'):
        layer = tree.layer_of(path)
        for name in re.findall(r'^#include "([^"]+)"', path.read_text(), re.M):
            other = home.get(name.split('/')[-1])
            if other is None or other == layer or other in tree.MAY_USE.get(layer, set(tree.LAYERS)):
                continue
            if layer in ('ui', 'cli') and name in tree.FACES_MAY_INCLUDE:
                continue
            yield f'{path.relative_to(tree.root())}: {layer} includes {name} of {other}'


def symbols(library, *options):
    out = subprocess.run(['nm', '-P', *options, library], check=True, capture_output=True, text=True).stdout
    return {line.split()[0] for line in out.split('\n') if len(line.split()) >= 2 and not line.endswith(':')}


def symbol_faults(libraries):
    defined = {layer: symbols(path, '--defined-only', '-g') for layer, path in libraries.items()}
    for layer, path in libraries.items():
        undefined = symbols(path, '-u') - defined[layer]
        for other, names in defined.items():
            if other != layer and other not in tree.MAY_USE[layer]:
                face = layer in ('ui', 'cli') and other in ('store', 'platform')
                yield from (f'{layer} calls {name} of {other}' for name in sorted(undefined & names)
                            if not (face and re.match(tree.FACES_MAY_CALL, name)))
        for pattern, allowed in OUTSIDE.items():
            if layer not in allowed:
                yield from (f'{layer} calls {name}' for name in sorted(undefined) if re.match(pattern, name))


def float_faults(library):
    command = ['objdump', '-d', '--no-show-raw-insn', library]
    out = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    function = '?'
    for line in out.split('\n'):
        match = re.match(r'^[0-9a-f]+ <([^>]+)>:', line)
        function = match.group(1) if match else function
        if FLOAT.search(line):
            yield f'domain computes in floating point: {function}: {line.strip()}'


def main():
    libraries = dict(argument.split('=', 1) for argument in sys.argv[1:])
    bad = [*include_faults(), *symbol_faults(libraries), *float_faults(libraries['domain'])]
    print('\n'.join(bad) or f'{len(libraries)} layers hold')
    return 1 if bad else 0


sys.exit(main())
