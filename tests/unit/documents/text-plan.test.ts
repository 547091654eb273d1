import { strToU8 } from "fflate";
import { describe, expect, it } from "vitest";
import { readPlanDocument } from "#documents/read-plan-document.ts";

const read = (text: string) => readPlanDocument(strToU8(text));

describe("a plan in Markdown", () => {
  it("has tables of bars under headings, with marks of emphasis taken off", async () => {
    const { kind, recommendations, problems } = await read(`# Marlshire **Action Plan**

## Recommendation 1.1: Know the *children*

(See 2.2, 2.3)

**Outcome:** Children are known

| Agency | SMART* Action | Lead officer | By when | Progress, BRAG** |
|--------|:--------------|--------------|---------|------------------|
| MVH | Make a list<br>and print it | Clerk; Matron | 1 May 2026 | **Green** |
| | Check \\| compare | Clerk | Sept 2026 | begun &amp; done |
`);
    expect(kind).toBe("plan");
    expect(recommendations).toMatchObject([
      {
        ref: "1.1",
        text: "Know the children",
        paragraphs: ["2.2", "2.3"],
        outcome: "Children are known",
        actions: [
          {
            agency: "MVH",
            text: "Make a list\nand print it",
            leads: ["Clerk", "Matron"],
            rating: "Green",
          },
          { agency: "MVH", text: "Check | compare", due: ["2026-09"], progress: "begun & done" },
        ],
      },
    ]);
    expect(problems).toEqual([]);
  });

  it("may be one table of recommendations with a status word", async () => {
    const { recommendations } = await read(`| Ref | Recommendation | Owner | Action | Status |
| --- | --- | --- | --- | --- |
| 1 | Know the children | Clerk | Make a list | Completed |
| 2 | Keep the list | Matron | Check it | Ongoing |
`);
    expect(recommendations).toMatchObject([
      { ref: "1", actions: [{ text: "Make a list", leads: ["Clerk"], status: "Completed" }] },
      { ref: "2", actions: [{ status: "Ongoing" }] },
    ]);
  });
});

describe("a status table", () => {
  it("may have no column for actions, and stand under headings of time", async () => {
    const { kind, recommendations, problems } = await read(`## Immediate

No | Recommendation | Lead Agency | Progress to date | Status
---|---|---|---|---
1 | Know the children. | MVH | Forty are known | Completed

## Within 3 months

No | Recommendation | Lead Agency | Progress to date | Status
---|---|---|---|---
2 | Keep the list. | MVH / MCC | | Ongoing
`);
    expect(kind).toBe("plan");
    expect(recommendations).toMatchObject([
      {
        ref: "1",
        timescale: "Immediate",
        actions: [{ agency: "MVH", status: "Completed", progress: "Forty are known" }],
      },
      { ref: "2", timescale: "Within 3 months", actions: [{ agencies: ["MVH", "MCC"] }] },
    ]);
    expect(problems).toEqual([]);
  });

  it("may number its recommendations in the action column, without the word", async () => {
    const { recommendations } =
      await read(`| Theme/Timescale | Actions Required | Responsible officer(s) | Completion date |
|---|---|---|---|
| Immediate | **1.1 Know the children.**<br>Make a list. | Clerk | May 2026 |
| | 1.2 Keep the list.<br>Check it. | Matron | June 2026 |
`);
    expect(recommendations).toMatchObject([
      { ref: "1.1", text: "Know the children.", actions: [{ text: "Make a list." }] },
      { ref: "1.2", text: "Keep the list.", actions: [{ text: "Check it.", due: ["2026-06"] }] },
    ]);
  });

  it("may hold band, agency and labels in single lines", async () => {
    const { recommendations } =
      await read(`| Details Theme/Timescale | Actions Required | Responsible officer(s) | Milestones | Completion date | Monitoring/ Status Notes |
|---|---|---|---|---|---|
| **Immediate** Marl CCG | **Recommendation 1.1** Know the children.<br>Make a list. | Clerk | Begin **Outcome measure:** the list **Evidence:** its date | 30-06-20 | Ongoing |
`);
    expect(recommendations).toMatchObject([
      {
        ref: "1.1",
        text: "Know the children.",
        timescale: "Immediate",
        addressees: ["Marl CCG"],
        actions: [
          {
            agency: "Marl CCG",
            text: "Make a list.",
            milestones: "Begin",
            outcomeMeasure: "the list",
            evidence: "its date",
            due: ["2020-06-30"],
          },
        ],
      },
    ]);
  });
});

describe("a plan in the text that converters make", () => {
  const plan = [
    "Version Control:\t1",
    "Recommendation 1\t2",
    "",
    "Recommendation 1",
    "",
    "Know the children from the 7 th , and after.",
    "",
    "Agency/Service\tSMART* Action\tLead Officer\tDate of Action\tProgress",
    "MVH\tMake a list of\tClerk\t1 May 2026\t<p>Begun:</p> <ul style='x'>• in May• in June",
    "",
    "\tall children\tMatron\t2 May 2026\tgoes on",
    "\tPrint it\tClerk\t3 May 2026\t",
    "\t\tMatron\t4 May 2026\t",
    "",
    "\tAnticipated Evidence: the list",
    "Recommendation 2 <i>Keep the list</i> (See 3.2)\t\t\t\t",
    "Outcome: It is kept\t\t\t\t",
    "Agency/Service\tSMART* Action\tLead Officer\tDate of Action\tProgress",
    "MCC\tCheck it\tClerk\t5 May 2026\t",
  ].join("\n");

  it("has rows parted by tabs, over pages, with recommendations among them", async () => {
    const { recommendations, problems } = await read(plan);
    expect(recommendations).toMatchObject([
      {
        ref: "1",
        text: "Know the children from the 7th, and after.",
        anticipatedEvidence: "the list",
        actions: [
          {
            text: "Make a list of\nall children",
            leads: ["Clerk", "Matron"],
            due: ["2026-05-01", "2026-05-02"],
            progress: "Begun:\n• in May\n• in June\ngoes on",
          },
          { agency: "MVH", text: "Print it", due: ["2026-05-03", "2026-05-04"] },
        ],
      },
      {
        ref: "2",
        text: "Keep the list",
        paragraphs: ["3.2"],
        outcome: "It is kept",
        actions: [{ agency: "MCC" }],
      },
    ]);
    expect(problems).toEqual([]);
  });
});

describe("a plan in HTML", () => {
  const html = `<!DOCTYPE html><html><head><title>x</title><style>td { color: red }</style></head><body>
    <h2>Recommendation 1</h2><p>Know the
    children.</p><script>document.write("never")</script>
    <table><thead><tr><th>Agency</th><th>Action</th><th>Lead</th><th>Due date</th><th>RAG</th></tr></thead>
    <tr><td rowspan="2">MVH</td><td>Make <b>a list</b><ul><li>of names</li><li>of schools</li></ul></td><td>Clerk<br>Matron</td><td>1 May 2026</td><td style="background-color: #00b050"></td></tr>
    <tr><td>Print it</td><td>Clerk</td><td>2 May 2026</td><td bgcolor="red"></td></tr>
    <tr><td colspan="5">Anticipated evidence: the list</td></tr></table></body></html>`;

  it("has cells over rows and columns, and ratings by colour", async () => {
    const { recommendations } = await read(html);
    expect(recommendations).toMatchObject([
      {
        text: "Know the children.",
        anticipatedEvidence: "the list",
        actions: [
          {
            agency: "MVH",
            text: "Make a list\n• of names\n• of schools",
            leads: ["Clerk", "Matron"],
            rating: "Green",
          },
          { agency: "MVH", text: "Print it", rating: "Red" },
        ],
      },
    ]);
    expect(JSON.stringify(recommendations)).not.toContain("never");
  });

  it("may stand in the middle of Markdown", async () => {
    const table = html.slice(html.indexOf("<table"), html.indexOf("</body"));
    const { recommendations } = await read(
      `# Recommendation 1\n\nKnow the children.\n\n${table}\n`,
    );
    expect(recommendations[0]?.actions).toHaveLength(2);
  });

  it("is refused where it nests without end, and reading stays quick where spans are absurd", async () => {
    await expect(read(`<div>${"<div>".repeat(5_000)}x`)).rejects.toMatchObject({
      reason: "too-deep",
    });
    const wide = `<table>${'<tr><td rowspan="65000" colspan="65000">x</td></tr>'.repeat(300)}</table>`;
    const begun = performance.now();
    await expect(read(wide)).rejects.toMatchObject({ reason: "too-large" });
    expect(performance.now() - begun).toBeLessThan(2_000);
  });
});

it("is refused where a table of text has thousands of columns", async () => {
  const wide = `|${" x |".repeat(20_000)}`;
  await expect(read(wide)).rejects.toMatchObject({ reason: "too-large" });
});

it("no pattern runs away on a text made for it", async () => {
  const lines = [
    `**${"*a ".repeat(16_000)}`,
    `Recommendation 1${", 1".repeat(16_000)}x`,
    `(${"Recommendation 1, ".repeat(2_700)}`,
    `${"Marl, ".repeat(8_000)}should:`,
    "7 th ".repeat(9_000),
    `<ul>${"a- ".repeat(16_000)}`,
    "<table ".repeat(5_000),
    `"${'" "'.repeat(16_000)}`,
  ];
  const begun = performance.now();
  for (const kind of ["plan", "report", "questions"] as const) {
    await readPlanDocument(strToU8(`Recommendations\n\n${lines.join("\n\n")}`), { kind });
  }
  expect(performance.now() - begun).toBeLessThan(10_000);
});
