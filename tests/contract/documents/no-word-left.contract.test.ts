import { existsSync, readdirSync, readFileSync } from "node:fs";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { defaultLimits } from "#documents/limits.ts";
import type { Block } from "#documents/model/blocks.ts";
import { readContent } from "#documents/read-content.ts";
import { readPlanDocument } from "#documents/read-plan-document.ts";
import { wordsOf } from "#tests/support/plan-table-words.ts";

const samples = new URL("../../../../shared/samples/", import.meta.url);
const isThere = existsSync(samples);
if (!isThere) process.stdout.write("Skipped: the shared samples are not on this machine.\n");

/** What only says what stands beside it: the result has names of its own for these. */
const labels = new Set(
  "agency and anticipated contents control evidence outcome question questions rating rec recommendation recommendations report s see should version".split(
    " ",
  ),
);

/** Of a package and of text, the words are found without any reader of ours; of a PDF, before it is known what they mean. */
async function sourceWords(name: string, bytes: Uint8Array): Promise<readonly string[]> {
  if (name.endsWith(".pdf")) {
    const { blocks } = await readContent(bytes, defaultLimits);
    return blocks.flatMap(wordsOfBlock);
  }
  if (!/\.(?:docx|xlsx)$/.test(name)) return strFromU8(bytes).split("\n").flatMap(wordsOfLine);
  const files = unzipSync(bytes);
  const parts = Object.keys(files).filter((path) =>
    /^(?:word\/document|xl\/sharedStrings|xl\/worksheets\/[^/]+)\.xml$/.test(path),
  );
  const xml = parts.map((path) => strFromU8(files[path] ?? new Uint8Array())).join("");
  return xml.split(/<\/(?:w:p|si|is)>|<w:br\b[^>]*>/).flatMap((line) =>
    wordsOfLine(
      [...line.replaceAll("<w:tab/>", "<w:t>\t</w:t>").matchAll(/<(?:w:)?t\b[^>]*>([^<]*)/g)]
        .map(([, text = ""]) => text)
        .join("")
        .replaceAll(/&(?:amp|lt|gt|quot|apos|#\d+);/g, " "),
    ),
  );
}

/** The page that a line of a table of contents names is no word, and the raised letters of "5 th" are none of their own. */
function wordsOfLine(line: string): readonly string[] {
  const plain = line.replace(/\t[\d, ]+$/, "").replaceAll(/<[^<>]*>/g, "");
  return wordsOf(plain.replaceAll(/(?<=\d) (?=(?:st|nd|rd|th)\b)/g, ""));
}

function wordsOfBlock(block: Block): readonly string[] {
  if (block.kind === "paragraph") return wordsOf(block.text);
  return block.rows.flatMap((row) =>
    row.cells.flatMap((cell) => cell.blocks.flatMap(wordsOfBlock)),
  );
}

describe.skipIf(!isThere)("of the samples", () => {
  it.each(isThere ? readdirSync(samples).filter((name) => /\.\w+$/.test(name)) : [])(
    "every word of %s is in what was read, or in a problem that says where",
    { timeout: 30_000 },
    async (name) => {
      const bytes = new Uint8Array(readFileSync(new URL(name, samples)));
      const document = await readPlanDocument(bytes);
      const read = new Set(wordsOf(JSON.stringify(document)));
      const source = await sourceWords(name, bytes);
      expect(source.length).toBeGreaterThan(500);
      const lost = source.filter((word) => !read.has(word) && !labels.has(word));
      expect([...new Set(lost)]).toEqual([]);
      expect(document.problems.filter(({ where, what }) => !where || !what)).toEqual([]);
    },
  );
});
