#!/usr/bin/python3 -W ignore
"""The guide's chapters 1 to 5, word for word in the window, on fresh practice profiles.
guide.py TENURE TENURECTL SOURCE BUILD zh|en [CHAPTER …] [--keys] [--width PIXELS] [--pictures FOLDER]
A chapter is a module guide_CHAPTER.py here: profile(desk) makes what it starts from, STEPS are done in order."""
import argparse
import importlib
import os
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from desk import Desk, Lost, Words, play
from keyboard import Keyboard

CHAPTERS = [n[6:-3] for n in sorted(os.listdir(os.path.dirname(os.path.abspath(__file__)))) if n.startswith('guide_')]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ('tenure', 'tenurectl', 'source', 'build'):
        parser.add_argument(name)
    parser.add_argument('language', choices=('zh', 'en'))
    parser.add_argument('chapters', nargs='*', default=CHAPTERS)
    parser.add_argument('--keys', action='store_true', help='the mouse is never touched')
    parser.add_argument('--width', type=int, help='of the main window, in pixels; 360 is the smallest')
    parser.add_argument('--pictures')
    given = parser.parse_args()
    chinese = given.language == 'zh'
    os.environ['LANGUAGE'] = 'zh_CN' if chinese else 'C'
    os.environ['TENURE_LOCALEDIR'] = os.path.join(given.build, 'po')
    words = Words(chinese, os.path.join(given.build, 'po'), os.path.join(given.source, 'data', 'catalogue'))
    profiles = os.environ['TENURE_PROFILES']
    whole = True
    for name in given.chapters:
        os.environ['TENURE_PROFILES'] = os.path.join(profiles, name)  # tenurectl asks which one, where there are more
        os.makedirs(os.environ['TENURE_PROFILES'])
        desk = (Keyboard if given.keys else Desk)(given.tenure, given.tenurectl, words, given.pictures,
                                                    given.width)
        whole = chapter_played(desk, name) and whole
    return 0 if whole else 1


def chapter_played(desk, name):
    chapter = importlib.import_module(f'guide_{name}')
    print(f'# {name}', flush=True)
    chapter.profile(desk)
    desk.start()
    played = play(desk, chapter.STEPS)
    try:
        desk.stop()
    except Lost as lost:
        print(f'# {lost}', flush=True)
        played = False
    return subprocess.run([desk.tenurectl, 'check'], stdout=subprocess.DEVNULL, check=False).returncode == 0 and played


if __name__ == '__main__':
    sys.exit(main())
