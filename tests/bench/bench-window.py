#!/usr/bin/python3 -W ignore
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window from outside: first list on the screen, peak memory, longest turn of the main loop. Asserts nothing.

  tests/ui/with-display tests/bench/bench-window.py TENURE TENURECTL TURNS [--profiles FOLDER] [ROWS …]

Makes a sample of each size (1000 1000000), or takes what FOLDER/ROWS holds and keeps what it makes there. TURNS is
turns.so of the build, preloaded to tell the turns of the main loop while keys scroll, sort and filter. Needs xdotool
and xwd."""
import argparse
import os
import pathlib
import re
import subprocess
import tempfile
import time

RUNS = 3
DARK = bytes(value < 110 for value in range(256))
KEYS = [['alt+4'], ['Page_Down'] * 10, ['ctrl+End'], ['ctrl+Home'], ['alt+3'], ['Page_Down'] * 10, ['ctrl+f', 'a'],
        ['1'], ['BackSpace', 'BackSpace'], ['alt+4'], ['ctrl+f', 'g'], ['i', 's'], ['Escape'], ['alt+5'], ['alt+2'],
        ['alt+4']]
SORT = [(718, 226), (718, 226), (1082, 226), (348, 226)]  # headings of the renewal list in a new window


def names():
    """The pixels of the first rows' names, dark ones 1."""
    image = subprocess.run(['xwd', '-root', '-silent'], capture_output=True, check=True).stdout
    header, stride = int.from_bytes(image[:4], 'big'), int.from_bytes(image[48:52], 'big')
    colours = int.from_bytes(image[76:80], 'big') * 12
    starts = (header + colours + y * stride for y in range(260, 700))
    return b''.join(image[at + 290 * 4:at + 600 * 4:4].translate(DARK) for at in starts)


def start(tenure, folder, **more):
    """The program with its list on the screen, and the seconds until then."""
    begun = time.monotonic()
    program = subprocess.Popen([tenure], env=dict(os.environ, TENURE_PROFILES=str(folder), GTK_A11Y='none', **more))
    while not 1000 < names().count(1) < 20000:  # over with a list, below with ellipses; the screen is black at first
        if time.monotonic() - begun > 60 or program.poll() is not None:
            raise SystemExit('bench-window: no list appeared')
        time.sleep(0.01)
    return program, time.monotonic() - begun


def memory(program, what):
    status = pathlib.Path(f'/proc/{program.pid}/status').read_text()
    return int(re.search(rf'{what}:\s+(\d+)', status).group(1)) / 1024


def use():
    """Moments at which a page was asked for, or something in it."""
    moments = []
    window = subprocess.run(['xdotool', 'search', '--onlyvisible', '--name', ' – '], capture_output=True,
                            text=True).stdout.split()[-1]
    subprocess.run(['xdotool', 'windowfocus', '--sync', window], check=True)
    for keys in KEYS:
        moments.append((time.time(), keys[0].startswith('alt+')))
        subprocess.run(['xdotool', 'key', '--delay', '40', *keys], check=True)
        time.sleep(0.8)
    for x, y in SORT:
        before = names()
        moments.append((time.time(), False))
        subprocess.run(['xdotool', 'mousemove', '--window', window, str(x), str(y), 'click', '1'], check=True)
        time.sleep(1.5)
        waited = time.monotonic()
        while names() == before:
            if time.monotonic() - waited > 15:
                raise SystemExit(f'bench-window: nothing was sorted by a click at {x}, {y}')
            time.sleep(0.5)
        time.sleep(1)  # the rest of the rows
    return moments


def turns(told, moments, paging):
    """The longest turns after asking for a page, or for something in it: milliseconds taken, and (worked) in."""
    lines = [[float(value) for value in line.split()] for line in told]
    ends = [at for at, _ in moments[1:]] + [float('inf')]
    spans = [(at, end) for (at, page), end in zip(moments, ends) if page == paging]
    found = [(took, worked) for at, took, worked in lines if any(begun < at < end for begun, end in spans)]
    return ', '.join(f'{took:.0f} ({worked:.0f})' for took, worked in sorted(found, reverse=True)[:4])


def measure(options, folder, rows):
    firsts, peaks = [], []
    for _ in range(RUNS):
        program, seconds = start(options.tenure, folder)
        time.sleep(2)
        firsts.append(seconds)
        peaks.append(memory(program, 'VmHWM'))
        program.terminate()
        program.wait()
    with tempfile.NamedTemporaryFile('r') as told:
        program, _ = start(options.tenure, folder, LD_PRELOAD=options.turns, TENURE_TURNS=told.name)
        time.sleep(1)
        moments = use()
        used = memory(program, 'VmHWM')
        program.terminate()
        program.wait()
        lines = told.readlines()
    print(f'{rows} rows: list after {min(firsts):.2f} s, peak {min(peaks):.0f} MiB; used for a while {used:.0f} MiB\n'
          f'  longest turns, ms (worked in): scrolling, sorting, filtering {turns(lines, moments, False)}; '
          f'changing pages {turns(lines, moments, True)}', flush=True)
    return min(firsts), min(peaks)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('tenure')
    parser.add_argument('tenurectl')
    parser.add_argument('turns')
    parser.add_argument('--profiles')
    parser.add_argument('rows', nargs='*', type=int, default=[1000, 1000000])
    options = parser.parse_intermixed_args()
    figures = []
    with tempfile.TemporaryDirectory() as scratch:
        for rows in options.rows:
            folder = pathlib.Path(options.profiles or scratch) / str(rows)
            if not folder.is_dir():
                folder.mkdir(parents=True)
                subprocess.run([options.tenurectl, 'profile', 'create', str(rows), '--sample', str(rows)],
                               env=dict(os.environ, TENURE_PROFILES=str(folder)), check=True, stdout=subprocess.DEVNULL)
            figures.append(measure(options, folder, rows))
    if len(figures) > 1:
        print(f'last against first: first list × {figures[-1][0] / figures[0][0]:.2f}, '
              f'memory × {figures[-1][1] / figures[0][1]:.2f}')


main()
