#!/usr/bin/env python3
"""Makes book/fonts/stems.ttf, the font of this case, with fontTools: every character but the space is an upright bar, 60 units wide at
weight 100 and 260 at weight 900, in a set width that grows by half of that."""
import sys
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib.tables.TupleVariation import TupleVariation


def bar(left, right, top):
    pen = TTGlyphPen(None)
    pen.moveTo((left, 0))
    for point in ((left, top), (right, top), (right, 0)):
        pen.lineTo(point)
    pen.closePath()
    return pen.glyph()


small, capital = "abcdefghijklmnopqrstuvwxyz.,-’", "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
font = FontBuilder(1000, isTTF=True)
font.setupGlyphOrder([".notdef", "space", "small", "capital"])
font.setupCharacterMap({32: "space", **{ord(c): "small" for c in small}, **{ord(c): "capital" for c in capital}})
font.setupGlyf({".notdef": bar(50, 450, 700), "space": TTGlyphPen(None).glyph(), "small": bar(100, 160, 450), "capital": bar(100, 160, 700)})
font.setupHorizontalMetrics({".notdef": (500, 50), "space": (250, 0), "small": (300, 100), "capital": (300, 100)})
font.setupHorizontalHeader(ascent=800, descent=-200)
font.setupNameTable({"familyName": "Stems", "styleName": "Thin", "uniqueFontIdentifier": "Stems", "fullName": "Stems Thin",
                     "psName": "Stems-Thin", "version": "Version 1.0", "licenseDescription": "MIT, as octavo"})
font.setupOS2(usWeightClass=100, sTypoAscender=800, sTypoDescender=-200, usWinAscent=800, usWinDescent=200, sxHeight=450, sCapHeight=700, fsType=0)
font.setupPost()
font.setupFvar([("wght", 100, 100, 900, "Weight"), ("opsz", 8, 8, 72, "Optical Size")], [])
wider = [(0, 0), (0, 0), (200, 0), (200, 0), (0, 0), (100, 0), (0, 0), (0, 0)]  # the bar, then the pen before and behind it
closer = [(0, 0)] * 5 + [(-100, 0), (0, 0), (0, 0)]
font.setupGvar({name: [TupleVariation({"wght": (0, 1, 1)}, wider), TupleVariation({"opsz": (0, 1, 1)}, closer)] for name in ("small", "capital")})
font.font["head"].created = font.font["head"].modified = 0
font.font.recalcTimestamp = False
font.save(sys.argv[1])
