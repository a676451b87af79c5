// Reads what the program writes as a workbook: the sheets as rows of cells, numbers as numbers.
import { readFileSync } from "node:fs";
import { inflateRawSync } from "node:zlib";

/** The files of an archive by their names. */
function unpacked(bytes) {
  const files = new Map();
  // The directory at the end says where each file begins.
  let at = bytes.readUInt32LE(bytes.lastIndexOf(Buffer.from("PK\x05\x06")) + 16);
  while (bytes.readUInt32LE(at) === 0x02014b50) {
    const [method, size] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20)];
    const [name, extra, note] = [28, 30, 32].map((place) => bytes.readUInt16LE(at + place));
    const begins = bytes.readUInt32LE(at + 42);
    const body = begins + 30 + bytes.readUInt16LE(begins + 26) + bytes.readUInt16LE(begins + 28);
    const packed = bytes.subarray(body, body + size);
    files.set(bytes.toString("utf8", at + 46, at + 46 + name), method === 0 ? packed : inflateRawSync(packed));
    at += 46 + name + extra + note;
  }
  return files;
}

const plain = (text) => text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

/** The sheets of a workbook, each a list of rows; a cell is a number, a text, or a formula with what it made. */
export function workbook(path) {
  const files = unpacked(readFileSync(path));
  const sheets = [...files.keys()].filter((name) => /worksheets\/sheet\d+\.xml$/.test(name)).sort();
  return sheets.map((name) =>
    [
      ...files
        .get(name)
        .toString()
        .matchAll(/<row [^>]*>(.*?)<\/row>/gs),
    ].map(([, row]) =>
      [...row.matchAll(/<c r="[A-Z]+\d+"([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)].map(([, how, cell = ""]) => {
        const formula = /<f>(.*?)<\/f>/.exec(cell)?.[1];
        const value = /<v>(.*?)<\/v>/.exec(cell)?.[1];
        if (formula) return { formula, value: Number(value) };
        if (/t="inlineStr"/.test(how)) return plain(/<t[^>]*>(.*?)<\/t>/s.exec(cell)?.[1] ?? "");
        return value === undefined ? "" : Number(value);
      }),
    ),
  );
}
