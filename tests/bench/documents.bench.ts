import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { strFromU8, unzipSync } from "fflate";
import { SaxesParser } from "saxes";
import { readPlanDocument } from "#documents/read-plan-document.ts";
import { planDocument } from "#tests/support/plan-document.ts";
import { type BenchRow, medianMilliseconds } from "./bench-row.ts";

const rotherham = new URL("../../../shared/samples/rotherham.docx", import.meta.url);

/** Reading a plan beside the least it could cost: unzipping the same parts and parsing their XML. */
export async function bench(): Promise<readonly BenchRow[]> {
  const files = [{ name: "Word: plan of 15 actions", bytes: planDocument() }];
  if (existsSync(rotherham)) {
    files.push({
      name: "Word: plan of 93 actions",
      bytes: new Uint8Array(await readFile(rotherham)),
    });
  }
  const rows: BenchRow[] = [];
  for (const { name, bytes } of files) {
    rows.push(await compare(name, bytes));
  }
  return rows;
}

async function compare(name: string, bytes: Uint8Array): Promise<BenchRow> {
  const value = await medianMilliseconds(15, () => readPlanDocument(bytes));
  const floor = await medianMilliseconds(15, () => unzipAndParse(bytes));
  const ratio = `${(value / floor).toFixed(1)} ×`;
  return { name, value: `${value.toFixed(1)} ms`, floor: `${floor.toFixed(1)} ms`, ratio };
}

function unzipAndParse(bytes: Uint8Array): void {
  const needed = /^(word\/(document|styles|numbering)|docProps\/core)\.xml$/;
  const parts = unzipSync(bytes, { filter: ({ name }) => needed.test(name) });
  for (const part of Object.values(parts)) {
    const parser = new SaxesParser({ xmlns: true });
    parser.write(strFromU8(part)).close();
  }
}
