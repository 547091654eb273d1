import { strFromU8, strToU8, zlibSync } from "fflate";
import { describe, expect, it } from "vitest";
import { readInThread } from "#documents/read-in-thread.ts";
import { readPlanDocument } from "#documents/read-plan-document.ts";
import { UnreadableDocumentError } from "#documents/unreadable-document-error.ts";
import { file, pdf, ruledTable, words } from "#tests/support/pdf-builder.ts";

const columns = [40, 120, 290, 480, 580, 800];
const headings = {
  cells: ["Agency", "Action", "Lead officer", "Date", "Progress, BRAG"],
  bold: true,
  shades: { 0: "0.8 0.8 0.8", 1: "0.8 0.8 0.8" },
};
const head = (text: string) => words(40, 570, text, { size: 8 });
const foot = (number: number) => words(400, 15, `Page ${number} of 2`, { size: 8 });

/** A plan on two pages; its last row of the first page goes on at the top of the second. */
const plan = pdf(
  [
    [
      head("Marlshire plan, draft 3"),
      words(40, 530, "ACTION PLAN", { size: 16, bold: true }),
      words(40, 500, "Recommendation 1.1", { size: 12, bold: true }),
      words(40, 485, "Know every child. (See 2.4 2.5)"),
      ...ruledTable(columns, 470, [
        { cells: ["Outcome: Children are known."] },
        headings,
        {
          cells: [
            "MVH /\nMICB",
            "Make a list of all children who are\nlooked after, and keep it.",
            "Clerk\nMatron",
            "31 May 2026",
            "Begun.",
          ],
          shades: { 4: "0 0.69 0.31" },
        },
        {
          cells: [
            "MCC",
            `${"Check the list against the register each\n".repeat(33)}and say in which of its parts and where`,
            "Clerk",
            "30 June 2026",
            "",
          ],
        },
      ]),
      foot(1),
    ],
    [
      head("Marlshire plan, draft 3"),
      ...ruledTable(columns, 550, [
        headings,
        { cells: ["", "they differ.", "", "", ""] },
        { cells: ["MVH", "Print it.", "Clerk", "July 2026", ""] },
        { cells: ["Anticipated evidence:\nThe list"] },
      ]),
      foot(2),
    ],
  ],
  { title: "Plan of Marlshire" },
);

async function refusal(bytes: Uint8Array): Promise<UnreadableDocumentError> {
  const cause: unknown = await readPlanDocument(bytes).catch((each: unknown) => each);
  if (cause instanceof UnreadableDocumentError) return cause;
  throw new Error("It was read.", { cause });
}

describe("a plan as PDF", { timeout: 20_000 }, () => {
  it("is read from its ruling lines, over pages, with ratings by shading", async () => {
    const { kind, plan: front, recommendations } = await readPlanDocument(plan);
    expect(kind).toBe("plan");
    expect(front.title).toBe("ACTION PLAN");
    expect(recommendations).toMatchObject([
      {
        ref: "1.1",
        text: "Know every child.",
        paragraphs: ["2.4", "2.5"],
        outcome: "Children are known.",
        anticipatedEvidence: "The list",
        actions: [
          {
            agencies: ["MVH", "MICB"],
            text: "Make a list of all children who are looked after, and keep it.",
            leads: ["Clerk", "Matron"],
            due: ["2026-05-31"],
            rating: "Green",
            progress: "Begun.",
          },
          { agency: "MCC", leads: ["Clerk"], due: ["2026-06-30"] },
          { agency: "MVH", text: "Print it.", due: ["2026-07"] },
        ],
      },
    ]);
    expect(recommendations[0]?.actions[1]?.text).toMatch(
      /^Check the list .* and say in which of its parts and where they differ\.$/,
    );
  });

  it("lists what is printed at the head and foot of its pages, but for their numbers", async () => {
    const { problems } = await readPlanDocument(plan);
    expect(problems).toEqual([
      {
        where: "The head or foot of each page",
        what: "Not taken over: Marlshire plan, draft 3",
      },
    ]);
  });

  it("loses no word of its tables", async () => {
    const read = JSON.stringify(await readPlanDocument(plan)).toLowerCase();
    const printed = [...strFromU8(plan, true).matchAll(/\(((?:\\.|[^()\\])*)\) Tj/g)];
    const lost = printed
      .flatMap(([, text = ""]) => text.toLowerCase().match(/[a-z]+/g) ?? [])
      .filter((word) => !read.includes(word) && !["see", "page", "of"].includes(word));
    expect(lost).toEqual([]);
  });
});

describe("a PDF that cannot be read", { timeout: 20_000 }, () => {
  it("says that it holds pictures only", async () => {
    expect((await refusal(pdf([[]]))).message).toMatch(/^This PDF holds pictures of pages/);
  });

  it("says that it has a password", async () => {
    const locked = strFromU8(plan, true).replace(
      "/Root 1 0 R",
      `/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${"00".repeat(32)}> /U <${"11".repeat(32)}> >> /ID [<00> <00>] /Root 1 0 R`,
    );
    expect(await refusal(strToU8(locked, true))).toMatchObject({ reason: "protected" });
  });

  it("says that it is damaged", async () => {
    expect(await refusal(strToU8("%PDF-1.7\n1 0 obj\n<<"))).toMatchObject({ reason: "corrupt" });
  });

  it("is refused before it unpacks to more than any plan", async () => {
    const packed = strFromU8(zlibSync(new Uint8Array(5_000_000)), true);
    const bomb = file([
      "<< /Type /Catalog /Pages 2 0 R >>",
      `<< /Filter /FlateDecode /Length ${packed.length} >>\nstream\n${packed}\nendstream`,
    ]);
    const limits = { expandedBytes: 1_000_000 };
    await expect(readPlanDocument(bomb, { limits })).rejects.toMatchObject({ reason: "unsafe" });
  });

  it("is given up where a page would hold the reader for ever", async () => {
    const held = file([
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 842 595] /Contents 4 0 R >>",
      `<< /Length 4000000 >>\nstream\n${"q ".repeat(2_000_000)}\nendstream`,
    ]);
    await expect(readInThread(held)).rejects.toMatchObject({ reason: "too-large" });
  });

  it("is refused where it has more pages than any plan, or takes too long", async () => {
    const limits = { pages: 1 };
    await expect(readPlanDocument(plan, { limits })).rejects.toThrow(/more than 1 pages/);
    await expect(readPlanDocument(plan, { limits: { pdfMilliseconds: -1_000 } })).rejects.toThrow(
      /takes too long/,
    );
  });
});
