import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readPlanDocument } from "#documents/read-plan-document.ts";
import { planDocument } from "#tests/support/plan-document.ts";
import { sheet, xlsx } from "#tests/support/xlsx-builder.ts";
import { type BenchRow, medianMilliseconds } from "./bench-row.ts";
import { leastOf } from "./documents-floor.ts";

const samples = new URL("../../../shared/samples/", import.meta.url);

interface Measured {
  readonly name: string;
  /** Says which floor it has. */
  readonly form: string;
  readonly bytes: Uint8Array;
}

/**
 * Reading a document beside the least it could cost: unpacking the same parts and parsing their XML, or the text of
 * every page, or the characters. Memory is the most that a process takes that does it once.
 */
export async function bench(): Promise<readonly BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), "action-plan-bench-"));
  try {
    const rows: BenchRow[] = [];
    for (const file of [...built(), ...(await found())]) {
      rows.push(await time(file), memory(file, folder));
    }
    return rows;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function built(): readonly Measured[] {
  const headings = [
    "Ref",
    "Recommendation",
    "Agency",
    "Action",
    "Lead",
    "Due date",
    "RAG",
    "Progress",
  ];
  const rows = Array.from({ length: 2_000 }, (_, at) => [
    `${at + 1}`,
    `Recommendation ${at + 1} about what children need`,
    at % 2 ? "MVH" : "MCC",
    `Action ${at + 1}`,
    "Matron",
    "31/03/2027",
    "Green",
    `Begun in area ${at + 1}`,
  ]);
  return [
    { name: "Word: 15 actions", form: "docx", bytes: planDocument() },
    {
      name: "Excel: 2,000 recommendations",
      form: "xlsx",
      bytes: xlsx([sheet([headings, ...rows])]),
    },
  ];
}

async function found(): Promise<readonly Measured[]> {
  const files = ["docx", "xlsx", "csv", "txt", "pdf"].map((form) => ({
    name: `A plan of 93 actions, .${form}`,
    form,
    url: new URL(`rotherham.${form}`, samples),
  }));
  return Promise.all(
    files
      .filter(({ url }) => existsSync(url))
      .map(async ({ name, form, url }) => ({
        name,
        form,
        bytes: new Uint8Array(await readFile(url)),
      })),
  );
}

async function time({ name, form, bytes }: Measured): Promise<BenchRow> {
  const value = await medianMilliseconds(9, () => readPlanDocument(bytes));
  const floor = await medianMilliseconds(9, () => leastOf(form, bytes));
  const ratio = `${(value / floor).toFixed(1)} ×`;
  return { name, value: `${value.toFixed(1)} ms`, floor: `${floor.toFixed(1)} ms`, ratio };
}

function memory({ name, form, bytes }: Measured, folder: string): BenchRow {
  const path = join(folder, `file.${form}`);
  writeFileSync(path, bytes);
  const read = peak("#documents/read-plan-document.ts", "readPlanDocument(bytes)", path);
  const least = peak(
    "#tests/bench/documents-floor.ts",
    `leastOf(${JSON.stringify(form)}, bytes)`,
    path,
  );
  return {
    name: `${name}, memory`,
    value: `${read.toFixed(0)} MB`,
    floor: `${least.toFixed(0)} MB`,
    ratio: `${(read / least).toFixed(1)} ×`,
  };
}

/** The most memory, in megabytes, of a process of its own that loads a module and does this once. */
function peak(module: string, work: string, path: string): number {
  const name = work.slice(0, work.indexOf("("));
  const program = `
    import { readFileSync } from "node:fs";
    import { ${name} } from ${JSON.stringify(module)};
    const bytes = new Uint8Array(readFileSync(${JSON.stringify(path)}));
    await ${work};
    process.stdout.write(String(process.resourceUsage().maxRSS / 1024));`;
  const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", program], {
    cwd: fileURLToPath(new URL("../..", import.meta.url)),
    encoding: "utf8",
  });
  if (!stdout) throw new Error(stderr);
  return Number(stdout);
}
