import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readStartOptions } from "#local/start-options.ts";

describe("the words after npm start --", () => {
  let folder: string;
  beforeAll(() => (folder = mkdtempSync(join(tmpdir(), "start-"))));
  afterAll(() => rmSync(folder, { recursive: true }));

  it("choose port, folder and plan", () => {
    const plan = join(folder, "plan.docx");
    writeFileSync(plan, "");
    expect(readStartOptions(["--port", "5000", "--data", folder, "--plan", plan])).toEqual({
      port: 5000,
      dataFolder: folder,
      planFile: plan,
    });
  });

  it.each([
    [["--port", "eighty"], /--port eighty is not a port/],
    [["--port", "70000"], /not a port/],
    [["--plan", "/nowhere/plan.docx"], /\/nowhere\/plan.docx can't be read/],
    [["--prot", "5000"], /--prot/],
  ])("are refused with a sentence: %j", (words, message) => {
    expect(() => readStartOptions([...words, "--data", folder])).toThrow(message);
  });

  it("name the folder that can't be written", () => {
    const file = join(folder, "a file");
    writeFileSync(file, "");
    const inside = join(file, "data");
    expect(() => readStartOptions(["--data", inside])).toThrow(
      `The folder ${inside} can't be written`,
    );
  });
});
