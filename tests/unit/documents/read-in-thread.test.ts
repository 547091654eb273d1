import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { strToU8 } from "fflate";
import { describe, expect, it } from "vitest";
import { readInThread } from "#documents/read-in-thread.ts";
import { readPlanDocument } from "#documents/read-plan-document.ts";
import { pdfWithEndlessFont } from "#tests/support/endless-font.ts";
import { planDocument } from "#tests/support/plan-document.ts";

const tooLong =
  "The file takes too long to read and was not read: save it in parts, or in another form, and choose those.";

describe("a document that is read in a thread", { timeout: 60_000 }, () => {
  it("is read as it is anywhere, by what was said of it", async () => {
    const bytes = planDocument();
    const columns = [{ heading: "Progress", meaning: "evidence" as const }];
    expect(await readInThread(bytes, { columns })).toEqual(
      await readPlanDocument(bytes, { columns }),
    );
  });

  it("is refused for the same reason", async () => {
    await expect(readInThread(strToU8("{\\rtf1 Plan}"))).rejects.toMatchObject({
      code: "unreadable-document",
      reason: "wrong-type",
      message: expect.stringMatching(/^This is a rich text file;/),
    });
  });

  it("is given up where it would hold whoever reads it for ever", async () => {
    await expect(readInThread(pdfWithEndlessFont())).rejects.toMatchObject({
      code: "unreadable-document",
      reason: "too-large",
      message: tooLong,
    });
  });

  it("is given up by a command with that sentence", async () => {
    const folder = mkdtempSync(join(tmpdir(), "action-plan-thread-"));
    try {
      const path = join(folder, "endless.pdf");
      writeFileSync(path, pdfWithEndlessFont());
      const said = await Promise.all([
        actionPlan("import", path, "--json"),
        actionPlan("challenge", "--from", path, "--dry-run"),
      ]);
      for (const each of said) expect(each).toEqual({ code: 1, out: "", error: `${tooLong}\n` });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

const program = fileURLToPath(new URL("../../../src/cli/main.ts", import.meta.url));

async function actionPlan(...said: readonly string[]) {
  const child = spawn(process.execPath, [program, ...said], { stdio: ["ignore", "pipe", "pipe"] });
  const read = { out: "", error: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => (read.out += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (read.error += text));
  const [code]: unknown[] = await once(child, "close");
  return { code, ...read };
}
