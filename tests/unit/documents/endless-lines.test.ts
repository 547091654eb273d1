import { Worker } from "node:worker_threads";
import { strToU8 } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readPlanDocument } from "#documents/read-plan-document.ts";
import { docx, paragraph, row, table } from "#tests/support/docx-builder.ts";
import { sheet, xlsx } from "#tests/support/xlsx-builder.ts";

const headings = ["Agency", "Action", "Lead officer", "Date", "Progress", "RAG"];
const honest = ["MVH", "Make a list", "Clerk", "1 May 2026", "Begun", "Green"];
const endless = "The list is kept and ".repeat(2_500);

describe("a paragraph without end", () => {
  it.each([
    ["text", strToU8(`Action plan\n\n${endless}\n`)],
    ["a table in Markdown", strToU8(`| a | b | c |\n|---|---|---|\n| ${endless} | b | c |\n`)],
    ["one line of Markdown", strToU8(`# Action plan\n\n${endless.repeat(4)}\n`)],
    ["HTML", strToU8(`<html><body><p>${endless}</p></body></html>`)],
    ["values", strToU8(`${headings.join(",")}\n${honest.join(",")}\n1,${endless},3,4,5,6\n`)],
    ["Word", docx([paragraph(endless)])],
    ["a table in Word", docx([table([row(headings), row([...honest.slice(1), endless])])])],
    ["a workbook", xlsx([sheet([headings, [...honest.slice(1), endless]])])],
  ])("is refused in %s with its beginning and what to do", async (_, bytes) => {
    await expect(readPlanDocument(bytes)).rejects.toMatchObject({
      reason: "too-large",
      message: expect.stringMatching(
        /^The paragraph that begins “.{0,20}The list is kept.*…” has more than \d+ characters: part it .*\.$/,
      ),
    });
  });

  it("is none where a converter wrote a picture into the text", async () => {
    const picture = "iVBORw0KGgo".repeat(30_000);
    const { recommendations, problems } = await readPlanDocument(
      strToU8(
        [
          "# Action plan",
          `![The council’s arms](data:image/png;base64,${picture})`,
          `<img alt="" src="data:image/png;base64,${picture}">`,
          "## Recommendation 1",
          `| ${headings.join(" | ")} |`,
          "|---|---|---|---|---|---|",
          `| ${honest.join(" | ")} |`,
          `[image1]: <data:image/png;base64,${picture}>`,
        ].join("\n\n"),
      ),
    );
    expect(recommendations[0]?.actions).toHaveLength(1);
    expect(JSON.stringify(problems)).toContain("The council’s arms");
    expect(JSON.stringify(problems)).not.toContain("iVBOR");
  });

  it("is read with all its words where it is long for its blanks alone", async () => {
    const blanks = " \t".repeat(40_000);
    const { recommendations } = await readPlanDocument(
      docx([
        paragraph("Recommendation 1", { style: "Heading2" }),
        table([row(headings), row([`MVH${blanks}`, `Make${blanks}a list`, ...honest.slice(2)])]),
      ]),
    );
    const [action] = recommendations[0]?.actions ?? [];
    expect(action?.agency).toBe("MVH");
    expect(action?.text.split(/\s+/)).toEqual(["Make", "a", "list"]);
  });
});

/** What lines are made of that have patterns try again at each of their places. */
const units = [
  ..."( [ \" “ _ | : . - – * # > < & ? , ; / ' ) 1 A a".split(" "),
  "(a ",
  "(1 2 ",
  "1.1 ",
  "1, ",
  "1) ",
  "a / ",
  "a, and ",
  "aA",
  "A-",
  "Aa ",
  "• ",
  " – ",
  " . ",
  "**a",
  "~~a",
  "**~~a",
  "`a",
  "[a](",
  "![a](",
  "<br",
  '<a href="',
  "“a ",
  "a: ",
  "1 May ",
  "1/1/",
  "May, ",
  "monday",
  "end of ",
  "within 3 months ",
  "Recommendation 1 ",
  "see paragraph ",
  "recs 1,",
  "Marl Trust and ",
  "Council should ",
  "action plan for ",
  "complete ",
  "Green: ",
  "Green Amber ",
  "published ",
  "review ",
  "\u0301",
  "\u202e a",
];

describe("a line made to have patterns run away", () => {
  let reader: Worker;
  beforeAll(() => {
    reader = new Worker(readingThread, { eval: true, execArgv: [] });
  });
  afterAll(() => reader.terminate());

  const forms: readonly (readonly [string, (line: string) => Uint8Array])[] = [
    ["a plan in Word", planOf],
    ["a report", reportOf],
    ["a paper of questions", questionsOf],
    ["a plan in Markdown", markdownOf],
  ];
  it.each(forms)(
    "is come to the end of in %s",
    async (_, documentOf) => {
      let heldUpBy: string | undefined;
      for (const unit of units) {
        const line = unit.repeat(Math.floor(48_000 / unit.length));
        const hasEnded = await isReadIn(reader, documentOf(line));
        if (!hasEnded) heldUpBy = unit;
        if (!hasEnded) break;
      }
      expect(heldUpBy).toBeUndefined();
    },
    120_000,
  );
});

const readingThread = `
  const { parentPort } = require("node:worker_threads");
  const reading = import(${JSON.stringify(new URL("../../../src/documents/read-plan-document.ts", import.meta.url).href)});
  parentPort.on("message", async (bytes) => {
    const { readPlanDocument } = await reading;
    await readPlanDocument(bytes).catch(() => {});
    parentPort.postMessage(true);
  });`;

/** Long for a machine that does much else; a pattern that runs away takes minutes. */
const mostMilliseconds = 20_000;

/** Whether it came to an end of it, by reading or by refusing. */
function isReadIn(reader: Worker, bytes: Uint8Array): Promise<boolean> {
  const { promise, resolve, reject } = Promise.withResolvers<boolean>();
  const late = setTimeout(() => resolve(false), mostMilliseconds);
  reader.once("message", () => resolve(true));
  reader.once("error", reject);
  reader.postMessage(bytes, []);
  return promise.finally(() => {
    clearTimeout(late);
    reader.removeAllListeners("message");
    reader.removeAllListeners("error");
  });
}

function planOf(line: string): Uint8Array {
  return docx([
    paragraph("Action plan", { style: "Title" }),
    paragraph(line),
    paragraph(line, { bold: true }),
    paragraph(line, { style: "Heading1" }),
    paragraph("Recommendation 1", { style: "Heading2" }),
    paragraph(line, { list: { id: "1" } }),
    table([row(headings), row(honest), row(headings.map(() => line)), row([line])]),
  ]);
}

function reportOf(line: string): Uint8Array {
  return docx([
    paragraph("Review of safeguarding", { style: "Title" }),
    paragraph(`1.1 ${line}`),
    paragraph("Recommendations", { style: "Heading1" }),
    paragraph("Marl Council should:", { bold: true }),
    paragraph(`2.1 ${line}`),
    paragraph(`• ${line}`),
    paragraph(`${line} should:`, { bold: true }),
    table([row(["No", "Recommendation", "For"]), row(["2.2", line, line])]),
  ]);
}

function questionsOf(line: string): Uint8Array {
  return docx([
    paragraph("Questions for scrutiny", { style: "Title" }),
    paragraph(line, { bold: true }),
    paragraph(`1. ${line}?`),
    table([row(["Agency", "Question", "Rec", "Rating"]), row([line, `${line}?`, line, line])]),
  ]);
}

function markdownOf(line: string): Uint8Array {
  const value = line.replaceAll("|", "\\|").slice(0, 30_000);
  return strToU8(
    [
      "# Action plan",
      line,
      `**${line}**`,
      `## ${line}`,
      "## Recommendation 1",
      `| ${headings.join(" | ")} |\n|---|---|---|---|---|---|\n| ${honest.join(" | ")} |\n| ${headings.map(() => value).join(" | ")} |`,
    ].join("\n\n"),
  );
}
