#!/usr/bin/python3 -W ignore
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window from outside: first list on the screen, peak memory, longest turn of the main loop. Asserts nothing.

  tests/ui/with-display tests/bench/bench-window.py TENURE TENURECTL [--profiles FOLDER] [ROWS …]   (1000 1000000)

Makes a sample of each size, or takes what FOLDER/ROWS holds and keeps what it makes there. A turn is the time between
two polls of the main loop, seen by strace while keys scroll, sort and filter; a poll of one descriptor is Xlib waiting
for an answer within a turn. Needs xdotool, xwd and strace."""
import argparse
import os
import pathlib
import re
import subprocess
import tempfile
import time

RUNS = 3
DARK = bytes(value < 110 for value in range(256))
# The program stays its own process (-D), and stops for the tracer at polls alone (--seccomp-bpf).
STRACE = ['strace', '-D', '-f', '--seccomp-bpf', '-qq', '-ttt', '-T', '-e', 'trace=poll,ppoll']
POLL = re.compile(r'^(\d+) +([\d.]+) (?:p?poll\(|<\.\.\. p?poll resumed).*<([\d.]+)>$')
ONE = re.compile(r'poll\(.*\], 1, ')
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


def start(tenure, folder, under=()):
    """The program with its list on the screen, and the seconds until then."""
    begun = time.monotonic()
    program = subprocess.Popen([*under, tenure], env=dict(os.environ, TENURE_PROFILES=str(folder), GTK_A11Y='none'))
    while not 1000 < names().count(1) < 20000:  # over with a list, below with ellipses; the screen is black at first
        if time.monotonic() - begun > 60 or program.poll() is not None:
            raise SystemExit('bench-window: no list appeared')
        time.sleep(0.01)
    return program, time.monotonic() - begun


def memory(program, what):
    status = pathlib.Path(f'/proc/{program.pid}/status').read_text()
    return int(re.search(rf'{what}:\s+(\d+)', status).group(1)) / 1024


def use():
    window = subprocess.run(['xdotool', 'search', '--onlyvisible', '--name', ' – '], capture_output=True,
                            text=True).stdout.split()[-1]
    subprocess.run(['xdotool', 'windowfocus', '--sync', window], check=True)
    for keys in KEYS:
        subprocess.run(['xdotool', 'key', '--delay', '40', *keys], check=True)
        time.sleep(0.8)
    for x, y in SORT:
        before = names()
        subprocess.run(['xdotool', 'mousemove', '--window', window, str(x), str(y), 'click', '1'], check=True)
        time.sleep(1.5)
        waited = time.monotonic()
        while names() == before:
            if time.monotonic() - waited > 15:
                raise SystemExit(f'bench-window: nothing was sorted by a click at {x}, {y}')
            time.sleep(0.5)
        time.sleep(1)  # the rest of the rows


def turns(trace, since):
    """Lengths of the main thread's turns in milliseconds, longest first, from a moment on."""
    spans, one = [], False
    for line in trace:
        poll = POLL.match(line)
        one = bool(ONE.search(line)) or (one and 'poll(' not in line)  # the end of a call may have a line of its own
        if not poll or one or float(poll.group(2)) < since:
            continue
        at, lasted = float(poll.group(2)), float(poll.group(3))
        begun = at - lasted if 'resumed' in line else at
        spans.append((begun, begun + lasted))
    return sorted((1000 * (b[0] - a[1]) for a, b in zip(spans, spans[1:])), reverse=True)


def measure(tenure, folder, rows):
    firsts, peaks = [], []
    for _ in range(RUNS):
        program, seconds = start(tenure, folder)
        time.sleep(2)
        firsts.append(seconds)
        peaks.append(memory(program, 'VmHWM'))
        program.terminate()
        program.wait()
    with tempfile.NamedTemporaryFile('r') as trace:
        program, _ = start(tenure, folder, [*STRACE, '-o', trace.name])
        time.sleep(1)
        since = time.time()
        use()
        used = memory(program, 'VmHWM')
        program.terminate()
        program.wait()
        time.sleep(1)  # the tracer writes its last lines
        longest = turns((line for line in trace if line.split()[0] == str(program.pid)), since)
    print(f'{rows} rows: list after {min(firsts):.2f} s, peak {min(peaks):.0f} MiB; used for a while {used:.0f} MiB, '
          f'longest turns {", ".join(f"{turn:.0f}" for turn in longest[:5])} ms of {len(longest)}', flush=True)
    return min(firsts), min(peaks)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('tenure')
    parser.add_argument('tenurectl')
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
            figures.append(measure(options.tenure, folder, rows))
    if len(figures) > 1:
        print(f'last against first: first list × {figures[-1][0] / figures[0][0]:.2f}, '
              f'memory × {figures[-1][1] / figures[0][1]:.2f}')


main()
