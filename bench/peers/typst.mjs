// The same letters by typst in Node, a file each, the compiler kept: node typst.mjs LETTERS FONTS
import { readFileSync } from "node:fs";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { measure } from "./measure.mjs";

const letters = JSON.parse(readFileSync(process.argv[2], "utf8"));
const template = `
#let l = json(bytes(sys.inputs.letter))
#set document(title: l.title, author: l.from)
#set page(paper: "a4", margin: (left: 25mm, right: 20mm, top: 17mm, bottom: 22mm), footer: text(7pt, fill: luma(40%))[#l.foot.join("  ·  ") #h(1fr) #context counter(page).display("1 / 1", both: true)])
#set text(font: "Frist Sans", size: 9pt, lang: "nb")
#set par(leading: 0.5em)
#text(13pt, weight: 600, fill: rgb("0f5566"), l.from)
#place(top + left, dy: 28mm, block(width: 80mm)[#text(6.5pt, l.back.join(" · ")) \\ #v(2mm) #for w in l.window [#text(10.5pt, w) \\ ]])
#place(top + left, dx: 103mm, dy: 28mm, for r in l.references [#text(7.5pt, fill: luma(40%), r.at(0)) \\ #r.at(1) \\ ])
#v(66mm)
= #l.title
#for b in l.blocks {
  if "p" in b { par(b.p) }
  if "h" in b { heading(level: 2, b.h) }
  if "q" in b { grid(columns: (37mm, 1fr), stroke: (top: 0.5pt + luma(80%)), inset: (y: 3pt), strong(b.q), b.a.map(par).join()) }
  if "table" in b {
    heading(level: 2, b.table)
    table(
      columns: b.head.map(c => c.at(2) * 1fr), stroke: (bottom: 0.4pt + luma(80%)), inset: 3pt, align: (x, y) => if b.head.at(x).at(1) { right } else { left },
      table.header(..b.head.map(c => text(8pt, fill: luma(40%), c.at(0)))),
      ..b.rows.map(r => r.cells.map(c => table.cell(colspan: c.at(2), { if r.strong { strong(c.at(0)) } else { c.at(0) }; text(7.5pt, fill: luma(40%), " " + c.at(1)) }))).flatten()
    )
    par(text(8pt, b.note))
  }
}
#v(1fr)
#rect(width: 100%, radius: 5pt, fill: rgb("f1f6f6"), stroke: 0.6pt + rgb("b9bab2"), grid(columns: (1fr, 1fr, 1fr), inset: 4pt, ..l.payment.map(p => [#text(7.5pt, p.at(0)) \\ #text(11pt, font: "Frist Sans", p.at(1))])))
`;
const compiler = NodeCompiler.create({ workspace: process.cwd(), fontArgs: [{ fontPaths: [process.argv[3]] }] });
const print = (letter) => {
  const pdf = compiler.pdf({ mainFileContent: template, inputs: { letter: JSON.stringify(letter) } });
  compiler.evictCache(10);
  return pdf.length;
};
print(letters[0]);
measure(() => {
  let bytes = 0;
  for (const letter of letters) bytes += print(letter);
  return { items: letters.length, bytes };
});
