"""The same letters by WeasyPrint, a file each, the program kept: python3 weasy.py LETTERS FONTS"""
import html
import json
import sys
import time
import types

# Hyphenation is not used, and Debian's pyphen wants the dictionaries of the system.
pyphen = types.ModuleType("pyphen")
pyphen.LANGUAGES = {}
pyphen.language_fallback = lambda lang: None
sys.modules["pyphen"] = pyphen

import weasyprint  # noqa: E402
from weasyprint.text.fonts import FontConfiguration  # noqa: E402

letters = json.load(open(sys.argv[1], encoding="utf-8"))
fonts = FontConfiguration()
css = weasyprint.CSS(font_config=fonts, string=f"""
@font-face {{ font-family: FS; font-weight: 400; src: url(file://{sys.argv[2]}/sans-400.ttf) }}
@font-face {{ font-family: FS; font-weight: 600; src: url(file://{sys.argv[2]}/sans-600.ttf) }}
@page {{ size: A4; margin: 17mm 20mm 22mm 25mm; @bottom-right {{ content: counter(page) " / " counter(pages); font: 7pt FS }} }}
body {{ font: 9pt/1.35 FS; color: #1a2325 }} h1 {{ font: 600 18pt FS; margin: 0 0 4mm }} h2 {{ font: 600 10.5pt FS; margin: 3mm 0 1mm }}
p {{ margin: 0 0 1mm }} .from {{ font: 600 13pt FS; color: #0f5566 }} .top {{ height: 66mm; position: relative }}
.window {{ position: absolute; top: 10mm; font-size: 10.5pt }} .refs {{ position: absolute; left: 103mm; top: 10mm }} small {{ font-size: 7.5pt; color: #616d6f }}
.q {{ border-top: .5pt solid #dcdcd5; padding: 1mm 0; display: flex }} .q b {{ width: 37mm; color: #0f5566 }} .q div {{ width: 128mm }}
b, th {{ font-weight: 600 }} table {{ width: 100%; border-collapse: collapse }} td, th {{ border-bottom: .4pt solid #dcdcd5; padding: 1mm; text-align: left }} .r {{ text-align: right }}
.pay {{ background: #f1f6f6; border: .6pt solid #b9bab2; border-radius: 5pt; padding: 2mm; margin-top: 5mm }} .pay span {{ display: inline-block; width: 50mm; font-size: 11pt }}
""")
e = html.escape


def block(b):
    if "p" in b:
        return f"<p>{e(b['p'])}</p>"
    if "h" in b:
        return f"<h2>{e(b['h'])}</h2>"
    if "q" in b:
        return f"<div class=q><b>{e(b['q'])}</b><div>{''.join(f'<p>{e(a)}</p>' for a in b['a'])}</div></div>"
    right = [" class=r" if c[1] else "" for c in b["head"]]
    head = "".join(f"<th{r}><small>{e(c[0])}</small></th>" for r, c in zip(right, b["head"]))
    rows = ""
    for row in b["rows"]:
        at, cells = 0, ""
        for words, second, span in row["cells"]:
            shown = f"<b>{e(words)}</b>" if row["strong"] else e(words)
            cells += f"<td colspan={span}{right[at]}>{shown} <small>{e(second)}</small></td>"
            at += span
        rows += f"<tr>{cells}</tr>"
    return f"<h2>{e(b['table'])}</h2><table><thead><tr>{head}</tr></thead>{rows}</table><p><small>{e(b['note'])}</small></p>"


def page(l):
    refs = "<br>".join(f"<small>{e(a)}</small><br>{e(b)}" for a, b in l["references"])
    pay = "".join(f"<span><small>{e(a)}</small><br>{e(b)}</span>" for a, b in l["payment"])
    return (f"<html lang=nb><title>{e(l['title'])}</title><body><div class=top><div class=from>{e(l['from'])}</div>"
            f"<div class=window><small>{e(' · '.join(l['back']))}</small><br>{'<br>'.join(map(e, l['window']))}</div><div class=refs>{refs}</div></div>"
            f"<h1>{e(l['title'])}</h1>{''.join(map(block, l['blocks']))}<div class=pay>{pay}</div><p><small>{e(' · '.join(l['foot']))}</small></p>")


def pdf(l):
    return len(weasyprint.HTML(string=page(l)).write_pdf(stylesheets=[css], font_config=fonts))


pdf(letters[0])
wall, cpu = time.perf_counter(), time.process_time()
size = sum(map(pdf, letters))
print(json.dumps({"items": len(letters), "bytes": size, "wall": time.perf_counter() - wall, "cpu": time.process_time() - cpu}))
