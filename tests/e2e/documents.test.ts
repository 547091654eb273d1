import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freePorts, start, type Started } from "./a-start.ts";

const program = fileURLToPath(new URL("../../src/cli/main.ts", import.meta.url));

let folder: string;
let product: Started;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "action-plan-documents-"));
  product = start(["--port", String(await freePorts()), "--data", folder]);
  await product.ready();
});
afterAll(async () => {
  product.child.kill("SIGINT");
  await product.ended();
  rmSync(folder, { recursive: true, force: true });
});

/** `action-plan …` beside the running product: what it said, to standard output. */
async function actionPlan(...said: readonly string[]): Promise<string> {
  const words = [program, ...said, "--settings", join(folder, "settings.env")];
  const child = spawn(process.execPath, words, { stdio: ["ignore", "pipe", "pipe"] });
  const read = { out: "", error: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => (read.out += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (read.error += text));
  const [code]: unknown[] = await once(child, "close");
  if (code !== 0) throw new Error(read.error);
  return read.out;
}

const fileNamed = (name: string) => join(folder, name);

describe("a plan", () => {
  it("goes out as a Word document that says nothing new when it comes in", async () => {
    const file = fileNamed("plan.docx");
    const written = await actionPlan("export", "--to", file);
    expect(written).toContain("12 recommendations, 45 actions");
    expect(readFileSync(file).subarray(0, 2).toString()).toBe("PK");
    const merged = await actionPlan("import", file);
    expect(merged).toMatch(/45 actions as before\.\n.*nothing to write\.\n$/);
  });

  it("goes to one agency, and what the agency filled in becomes its update, once", async () => {
    const file = fileNamed("part.csv");
    await actionPlan("export", "--agency", "MVHT", "--to", file);
    const filled = readFileSync(file, "utf8").replace(
      /(\d{1,2} \w+ \d{4}, MVHT)/,
      "Sixty letters went out.\n$1",
    );
    writeFileSync(file, filled);
    const shown = await actionPlan("import", file, "--plan", "1", "--agency", "MVHT", "--dry-run");
    expect(shown).toMatch(/Progress \(1\):\n.*\(MVHT\): Sixty letters went out\./);
    const merged = await actionPlan("import", file, "--plan", "1", "--agency", "MVHT");
    expect(merged).toContain("1 update of agencies");
    const again = await actionPlan("import", file, "--plan", "1", "--agency", "MVHT");
    expect(again).toContain("nothing to write");
    const out = fileNamed("after.csv");
    await actionPlan("export", "--to", out);
    expect(readFileSync(out, "utf8")).toContain("(As written in part.csv.)");
  });

  it("stands as it stood on a day before anything was said", async () => {
    const file = fileNamed("old.csv");
    expect(await actionPlan("export", "--as-of", "2020-01-01", "--to", file)).toContain(
      "as of 1 January 2020",
    );
    expect(readFileSync(file, "utf8")).not.toContain("Sixty letters");
  });
});
