import { strToU8 } from "fflate";
import { describe, expect, it } from "vitest";
import { readPlanDocument } from "#documents/read-plan-document.ts";
import { docx, paragraph, row, table } from "#tests/support/docx-builder.ts";

const read = (text: string) => readPlanDocument(strToU8(text));

const report = `Review of services in Marlshire

Date of review:\t8 th February 2016 - 12 th February 2016
Date of publication:\t5 th August 2016

Contents

Early help\t3
Management\t4
Recommendations\t5

1. Early help

1.1 Midwives ask every mother about her home, as they are bound to do.

1.2 The list of children is kept by hand and was out of date on the day we saw it.
(**Recommendation 1.1**)

Case example

A child was not on the list. ***(Recommendations 1.2, 2.1) This was raised at once.***

Management

1.3 Nobody checks the list, and nobody has been asked to check it. (Recommendation 4.7)

Recommendations

1. Marlshire CCG, Marlshire Hospitals North, SSA and the Wold Trust should:

- 1.1 Keep the list up to date. (See 1.2)
- 1.2 Check the list:
 - each month
 - before each visit

2. Wold, Marl and Fen Foundation Trust

2.1 Tell others what the list says. (See 9.9)

Next steps

A plan is required within 20 working days.`;

const item = (text: string) => paragraph(text, { list: { id: "1" } });

describe("a regulator's report", () => {
  it("is known by its findings and recommendations, and says who is to act", async () => {
    const { kind, plan, recommendations } = await read(report);
    expect(kind).toBe("report");
    expect(plan).toMatchObject({
      title: "Review of services in Marlshire",
      inspectionFrom: "2016-02-08",
      inspectionTo: "2016-02-12",
      published: "2016-08-05",
    });
    const first = ["Marlshire CCG", "Marlshire Hospitals North", "SSA", "the Wold Trust"];
    expect(recommendations).toMatchObject([
      { ref: "1.1", addressees: first, text: "Keep the list up to date.", paragraphs: ["1.2"] },
      { ref: "1.2", addressees: first, text: "Check the list:\n• each month\n• before each visit" },
      { ref: "2.1", addressees: ["Wold, Marl and Fen Foundation Trust"] },
    ]);
    expect(recommendations.flatMap(({ actions }) => actions)).toEqual([]);
  });

  it("has findings with the recommendations they name; references to nothing are problems", async () => {
    const { findings, problems } = await read(report);
    expect(findings).toMatchObject([
      { paragraph: "1.2", recommendations: ["1.1", "1.2", "2.1"] },
      { paragraph: "1.3", recommendations: ["4.7"] },
    ]);
    expect(findings[0]?.text).toContain("A child was not on the list.");
    expect(findings[0]?.text).not.toContain("Management");
    expect(problems.map(({ where, what }) => `${where}: ${what}`)).toEqual(
      expect.arrayContaining([
        "Finding 1.3: It names recommendation 4.7, which the report does not have.",
        "Recommendation 2.1: It refers to paragraph 9.9, which the report does not have.",
        "The report: These numbered paragraphs lead to no recommendation and were not taken for findings: 1.1.",
      ]),
    );
  });

  it("may have recommendations without numbers, under bands of time", async () => {
    const { kind, recommendations } = await readPlanDocument(
      docx([
        paragraph("Recommendations", { style: "Heading1" }),
        paragraph("Immediately", { style: "Heading2" }),
        paragraph("Marlshire Council should publish the list.", { list: { id: "2" } }),
        paragraph("Marlshire Police and Marlshire Council should:", { bold: true }),
        paragraph("meet each week", { list: { id: "2" } }),
        paragraph("share the list.", { list: { id: "2" } }),
        paragraph("Within 3 months (by 5 November 2016):", { bold: true }),
        paragraph("Every school should have the list."),
        paragraph("Next steps", { style: "Heading1" }),
        paragraph("The council should send a plan."),
      ]),
    );
    expect(kind).toBe("report");
    const both = ["Marlshire Police", "Marlshire Council"];
    expect(recommendations).toMatchObject([
      {
        timescale: "Immediately",
        addressees: ["Marlshire Council"],
        text: "Marlshire Council should publish the list.",
      },
      { timescale: "Immediately", addressees: both, text: "meet each week" },
      { timescale: "Immediately", addressees: both, text: "share the list." },
      {
        timescale: "Within 3 months (by 5 November 2016)",
        addressees: [],
        text: "Every school should have the list.",
      },
    ]);
    expect(recommendations.every(({ ref }) => ref === undefined)).toBe(true);
  });

  it("may call its recommendations what needs to improve", async () => {
    const { kind, recommendations } = await read(
      "# Joint inspection of Marlshire\n\n## Headline findings\n\nChildren wait.\n\n## What needs to improve\n\n### Immediate\n\n- The hospital must see that no child waits.\n\n### Within three months\n\n- Leaders should share data.\n\n## Next steps\n\nMarl Council should write a plan.",
    );
    expect(kind).toBe("report");
    expect(recommendations).toMatchObject([
      { timescale: "Immediate", text: "The hospital must see that no child waits." },
      { timescale: "Within three months", text: "Leaders should share data." },
    ]);
  });

  it("takes numbers from Word's automatic lists, and whole numbers where there are no groups", async () => {
    const { recommendations } = await readPlanDocument(
      docx([
        paragraph("Recommendations", { style: "Heading1" }),
        paragraph("The partnership should:"),
        item("Keep the list up to date and have it checked."),
        item("Tell others what it says."),
      ]),
    );
    expect(recommendations).toMatchObject([
      {
        ref: "1",
        addressees: ["The partnership"],
        text: "Keep the list up to date and have it checked.",
      },
      { ref: "2", addressees: ["The partnership"] },
    ]);
  });

  it("takes every numbered paragraph for a finding where none names a recommendation", async () => {
    const { findings } = await read(
      "Findings\n\n1.1 The list was out of date on the day.\n\nIt often is.\n\n1.2 Nobody had checked it for a year.\n\nRecommendations\n\nMarl Council should:\n\n- keep the list",
    );
    expect(findings.map(({ paragraph: number, text }) => [number, text])).toEqual([
      ["1.1", "The list was out of date on the day.\nIt often is."],
      ["1.2", "Nobody had checked it for a year."],
    ]);
  });

  it("loses no word of a table, in a finding or beside them", async () => {
    const read1 = await readPlanDocument(
      docx([
        paragraph("1.1 The list was out of date when we came. (Recommendation 1)"),
        table([row(["Case example: a child who was missed"])]),
        paragraph("1.2 Nobody had looked at it for a year. (Recommendation 1)"),
        paragraph("Recommendations", { style: "Heading1" }),
        table([row(["Judgement", "Inadequate"])]),
        paragraph("1. Keep the list"),
      ]),
    );
    expect(read1.kind).toBe("report");
    expect(read1.findings[0]?.text).toContain("a child who was missed");
    expect(JSON.stringify(read1.problems)).toContain("Judgement | Inadequate");
  });
});
