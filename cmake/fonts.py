# Makes one letter font from an OpenType file of the system: TrueType outlines (Cairo 1.16 damages the OCR-B
# files otherwise, and subsets TrueType twice as fast), only the scripts a Nordic letter needs, a family name of
# our own so that no font of the host is ever mistaken for it. Run by fontforge:
#   fontforge -quiet -lang=py -script fonts.py <in.otf> <out.ttf> <family> <weight> <text|digits>
import fontforge
import sys

source, target, family, weight, scope = sys.argv[1:6]
font = fontforge.open(source)

ranges = {
    "text": [(0x20, 0x7E), (0xA0, 0x24F), (0x2B0, 0x36F), (0x370, 0x3FF), (0x400, 0x45F), (0x1E00, 0x1EFF),
             (0x2010, 0x2027), (0x2030, 0x203A), (0x20A0, 0x20BF), (0x2116, 0x2116), (0x2122, 0x2122),
             (0x2190, 0x2193), (0x2212, 0x2212), (0x2264, 0x2265), (0x202F, 0x202F), (0x2009, 0x200A)],
    "digits": [(0x20, 0x7E)],
}[scope]
kept_features = {"kern", "tnum", "mark", "mkmk", "ccmp"}

wanted = {g.glyphname for g in font.glyphs() if any(a <= g.unicode <= b for a, b in ranges)}
for table in (font.gsub_lookups, font.gpos_lookups):
    for lookup in table:
        tags = {entry[0] for entry in font.getLookupInfo(lookup)[2]}
        if not tags & kept_features:
            font.removeLookup(lookup)
for name in list(wanted):   # what the kept substitutions lead to, and what glyphs are built from
    for row in font[name].getPosSub("*"):
        if row[1] in ("Substitution", "MultSubs", "Ligature"):
            wanted.update(n for n in row[2:] if isinstance(n, str))
for name in list(wanted):
    wanted.update(ref[0] for ref in font[name].references)
font.selection.none()
for glyph in font.glyphs():
    if glyph.glyphname not in wanted and glyph.glyphname != ".notdef":
        font.selection.select(("more",), glyph.glyphname)
font.clear()
for glyph in list(font.glyphs()):
    if glyph.glyphname not in wanted and glyph.glyphname != ".notdef":
        font.removeGlyph(glyph)

style = "SemiBold" if weight == "600" else "Regular"
font.familyname = family
font.fullname = family + " " + style
font.fontname = family.replace(" ", "") + "-" + style
font.weight = style
font.os2_weight = int(weight)
font.sfnt_names = tuple(row for row in font.sfnt_names if row[1] in ("Copyright", "License", "License URL"))
font.generate(target, flags=("opentype", "no-hints", "no-flex"))
