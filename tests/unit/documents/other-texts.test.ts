import { strToU8 } from "fflate";
import { describe, expect, it } from "vitest";
import { readPlanDocument } from "#documents/read-plan-document.ts";
import { cell, docx, paragraph, row, table } from "#tests/support/docx-builder.ts";

const read = (text: string) => readPlanDocument(strToU8(text));

describe("Markdown", () => {
  it("may underline its headings, and link words", async () => {
    const { plan, recommendations } = await read(`Action plan: Marl Valley
========================

Recommendation 1.1: Ask
-----------------------

Action | Lead | Date | RAG
--- | --- | --- | ---
Add \`the\` question | [Matron](mailto:m@example.org) | 31 May 2026 | **Green**
See the [audit](https://evidence.example/a) soon | Clerk | June 2026 | Red
`);
    expect(plan.title).toBe("Action plan: Marl Valley");
    expect(recommendations).toMatchObject([
      {
        ref: "1.1",
        text: "Ask",
        actions: [
          { text: "Add the question", leads: ["Matron"], rating: "Green" },
          {
            text: "See the audit soon",
            links: [{ words: "audit", url: "https://evidence.example/a" }],
          },
        ],
      },
    ]);
  });
});

describe("HTML", () => {
  it("counts its lists, keeps a caption, and forgets hyphens that only part words", async () => {
    const { recommendations } = await read(`<html><body><h1>Action plan</h1>
<table><caption>Recommendation 1: Share letters</caption><tr><th>Action<th>Lead<th>Due<th>RAG</tr>
<tr><td><ol><li><p>Make a list<li><p>Share&shy;d with all</ol><td>Clerk<td>31&nbsp;May&nbsp;2026<td><span style="background:#ff0000">&nbsp;x</span></tr></table></body></html>`);
    expect(recommendations).toMatchObject([
      {
        text: "Share letters",
        actions: [
          { text: "1. Make a list\n2. Shared with all", dueText: "31 May 2026", rating: "Red" },
        ],
      },
    ]);
  });
});

const finding = (number: number) =>
  `${number}. The services in this part of the county know most of the children they look after\nand their families, and see them when they should, in places that suit them well.\n`;

describe("text whose lines were broken to fit a page", () => {
  it("is put together again, with bullets that were left alone", async () => {
    const { recommendations } = await read(`Inspection of services

${[1, 2, 3, 4, 5, 6].map(finding).join("\n")}
Areas for improvement
7. In order to improve these services, the local authority and its partners should take the following
action.
Immediately:
\uF0B7

Marlshire Police should send every notice within one day to those who are to see the child and
tell the school as well
\uF0B7 see every child alone

Outcomes for children
8. Outcomes are good.
`);
    expect(recommendations).toMatchObject([
      {
        timescale: "Immediately",
        addressees: ["Marlshire Police"],
        text: "Marlshire Police should send every notice within one day to those who are to see the child and tell the school as well",
      },
      { text: "see every child alone", addressees: ["the local authority", "its partners"] },
    ]);
  });
});

describe("a paper of questions as a table", () => {
  it("has the agency across it or in a column, and the rating beside the number", async () => {
    const { kind, questions, problems } = await readPlanDocument(
      docx([
        paragraph("Key lines of enquiry", { style: "Heading1" }),
        table([
          row([cell("Marl Trust", { span: 2 })]),
          row(["Recommendation", "Question"]),
          row(["1.1 (rated Green)", "Is it embedded?"]),
          row(["1.2, 1.3 – status: Ongoing", "Why is it late?"]),
        ]),
        table([
          row(["No", "Agency", "Recommendation", "RAG reported", "Question", "Response"]),
          row(["9", "MCC", "General", "N/A", "What is being done?", ""]),
        ]),
      ]),
    );
    expect(kind).toBe("questions");
    expect(questions).toEqual([
      {
        agency: "Marl Trust",
        recommendations: ["1.1"],
        ratingStated: "Green",
        text: "Is it embedded?",
      },
      {
        agency: "Marl Trust",
        recommendations: ["1.2", "1.3"],
        ratingStated: "Ongoing",
        text: "Why is it late?",
      },
      {
        agency: "MCC",
        recommendations: [],
        ratingStated: "N/A",
        text: "General\nWhat is being done?",
      },
    ]);
    expect(problems).toEqual([]);
  });
});
