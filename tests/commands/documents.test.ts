import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { partOf, withPart } from "#tests/support/package-parts.ts";
import { actionPlan } from "./a-command.ts";
import { type FreshProduct, freshProduct } from "./a-fresh-product.ts";

let folder: string;
let product: FreshProduct;
beforeAll(async () => {
  product = await freshProduct("documents");
  ({ folder } = product);
});
afterAll(() => product.close());

/** `action-plan …` beside the running product: what it said, to standard output. */
const answered = async (...words: readonly string[]) => (await actionPlan(folder, ...words)).out;

const fileNamed = (name: string) => join(folder, name);

describe("a plan", () => {
  it("goes out as a Word document that says nothing new when it comes in", async () => {
    const file = fileNamed("plan.docx");
    const written = await answered("export", "--to", file);
    expect(written).toContain("12 recommendations, 45 actions");
    expect(readFileSync(file).subarray(0, 2).toString()).toBe("PK");
    const merged = await answered("import", file);
    expect(merged).toMatch(/45 actions as before\.\n.*nothing to write\.\n$/);
  });

  it("goes to one agency, and what the agency filled in becomes its update, once", async () => {
    const file = fileNamed("part.csv");
    await answered("export", "--agency", "MVHT", "--to", file);
    const filled = readFileSync(file, "utf8").replace(
      /(\d{1,2} \w+ \d{4}, MVHT)/,
      "Sixty letters went out.\n$1",
    );
    writeFileSync(file, filled);
    const shown = await answered("import", file, "--plan", "1", "--agency", "MVHT", "--dry-run");
    expect(shown).toMatch(/Progress \(1\):\n.*\(MVHT\): Sixty letters went out\./);
    const merged = await answered("import", file, "--plan", "1", "--agency", "MVHT");
    expect(merged).toContain("1 update of agencies");
    const again = await answered("import", file, "--plan", "1", "--agency", "MVHT");
    expect(again).toContain("nothing to write");
    const out = fileNamed("after.csv");
    await answered("export", "--to", out);
    expect(readFileSync(out, "utf8")).toContain("(As written in part.csv.)");
  });

  it("comes back from an agency as Word, with what it typed into a cell", async () => {
    const file = fileNamed("part.docx");
    await answered("export", "--agency", "MVHT", "--to", file);
    const filled = withPart(readFileSync(file), "word/document.xml", (xml) =>
      xml.replace(
        /<w:p>(?:(?!<w:p>).)*?\d{4}, MVHT \(/s,
        (first) => `<w:p><w:r><w:t>Posters are up.</w:t></w:r></w:p>${first}`,
      ),
    );
    writeFileSync(file, filled);
    const shown = await answered("import", file, "--plan", "1", "--dry-run");
    expect(shown).toMatch(/Progress \(1\):\n.*\(MVHT\): Posters are up\.\n/);
    expect(shown).not.toContain("Worded otherwise");
  });

  it("comes back from an agency as a workbook, with another rating proposed", async () => {
    const file = fileNamed("part.xlsx");
    await answered("export", "--agency", "MVHT", "--to", file);
    const strings = partOf(readFileSync(file), "xl/sharedStrings.xml");
    const at = (text: string) =>
      [...strings.matchAll(/<si>.*?<\/si>/gs)].findIndex(([each]) => each.includes(`>${text}<`));
    const filled = withPart(readFileSync(file), "xl/worksheets/sheet2.xml", (xml) =>
      // Column T: what the agency proposes.
      xml.replace(/(<c r="T2"[^>]*>.*?<v>)\d+(<\/v>)/s, `$1${at("Red")}$2`),
    );
    writeFileSync(file, filled);
    const shown = await answered("import", file, "--plan", "1", "--dry-run");
    expect(shown).toMatch(/Progress \(1\):\n.*\(MVHT\): Rating: Red\n/);
  });

  it("stands as it stood on a day before anything was said", async () => {
    const file = fileNamed("old.csv");
    expect(await answered("export", "--as-of", "2020-01-01", "--to", file)).toContain(
      "as of 1 January 2020",
    );
    expect(readFileSync(file, "utf8")).not.toContain("Sixty letters");
  });
});

const southshire = (place: string) =>
  [
    "# Southshire safeguarding plan",
    "",
    "| Recommendation | Run from | Our undertaking | Ready | Where we are |",
    "| --- | --- | --- | --- | --- |",
    `| 1.1 Know every child. | GRS | Keep a list. | 1 May 2027 | ${place} |`,
    "| 1.2 Ask every child. | GRS | Ask them. | 1 June 2027 | Begun. |",
  ].join("\n");

describe("what columns mean", () => {
  it("is said once, kept with the plan, and known in the next document", async () => {
    const [file, said] = [fileNamed("southshire.md"), fileNamed("columns.json")];
    writeFileSync(file, southshire("Half of it."));
    writeFileSync(
      said,
      JSON.stringify([
        { heading: "Recommendation", meaning: "recommendation" },
        { heading: "Run from", meaning: "agency" },
        { heading: "Our undertaking", meaning: "action" },
        { heading: "Ready", meaning: "due" },
        { heading: "Where we are", meaning: "progress" },
      ]),
    );
    const imported = await answered("import", file, "--columns", said);
    expect(imported).toMatch(/2 actions \(2 new\)/);
    expect(imported).toContain("is kept for the next document");
    writeFileSync(file, southshire("All of it."));
    expect(await answered("import", file, "--dry-run")).toMatch(
      /1 action as before\.\nProgress \(1\):\n.*All of it\.\n/,
    );
  });
});

describe("a regulator's report", () => {
  it("leaves its findings with the plan, once", async () => {
    const file = fileNamed("review.md");
    writeFileSync(
      file,
      [
        "Review of services in Ferrishire",
        "",
        "1. Early help",
        "",
        "1.1 The list of children is kept by hand. (Recommendation 2.1)",
        "",
        "1.2 Nobody checks the list. (Recommendation 2.2)",
        "",
        "Recommendations",
        "",
        "2. Ferrishire CCG and Ferrishire Hospitals should:",
        "",
        "- 2.1 Keep the list up to date. (See 1.1)",
        "- 2.2 Check the list.",
        "",
      ].join("\n"),
    );
    expect(await answered("import", file)).toContain("2 findings (2 new)");
    expect(await answered("import", file)).toContain("nothing to write");
    writeFileSync(file, readFileSync(file, "utf8").replace("1.2 N", "1.3 N"));
    expect(await answered("import", file)).toContain("1 new finding");
  });
});
