#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""read-xlsx.py FILE: the cells of every sheet, a row a line: texts, numbers with their format, formulas as =…"""
import re
import sys
import xml.etree.ElementTree as tree
import zipfile

NS = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'


def column(reference):
    number = 0
    for letter in re.match('[A-Z]+', reference).group():
        number = 26 * number + ord(letter) - 64
    return number - 1


def formats(book):
    styles = tree.fromstring(book.read('xl/styles.xml'))
    codes = {f.get('numFmtId'): f.get('formatCode') for f in styles.iter(NS + 'numFmt')}
    return [codes.get(x.get('numFmtId'), '') for x in styles.find(NS + 'cellXfs')]


def value(cell, codes):
    if cell.find(NS + 'f') is not None:
        return '=' + cell.find(NS + 'f').text
    if cell.get('t') == 'inlineStr':
        return ''.join(t.text or '' for t in cell.iter(NS + 't'))
    return cell.find(NS + 'v').text + ' [' + codes[int(cell.get('s', 0))] + ']'


def main():
    with zipfile.ZipFile(sys.argv[1]) as book:
        assert book.testzip() is None
        codes = formats(book)
        names = [s.get('name') for s in tree.fromstring(book.read('xl/workbook.xml')).iter(NS + 'sheet')]
        for number, name in enumerate(names, 1):
            print('# ' + name)
            for row in tree.fromstring(book.read(f'xl/worksheets/sheet{number}.xml')).iter(NS + 'row'):
                cells = {column(c.get('r')): value(c, codes) for c in row if c.find(NS + 'v') is not None
                         or c.get('t') == 'inlineStr' or c.find(NS + 'f') is not None}
                print('|'.join(cells.get(i, '') for i in range(max(cells, default=-1) + 1)))


main()
