import { strToU8 } from "fflate";
import { describe, expect, it } from "vitest";
import { readPlanDocument } from "#documents/read-plan-document.ts";
import { docx, paragraph, row, table } from "#tests/support/docx-builder.ts";

const paper = `# Contents

Marlshire Hospitals (MVH)\t2
Recommendation 1.1 - Amber\t2

# **Questions about the Action Plans**

These were put together in May.

## **Care Regulator**

How is progress watched?

# Marlshire Hospitals (MVH)

### Recommendations 1.1, 1.2 and 2.1 – Green, Not Applicable

Many actions are passed on, for example "we will ask whether others can do it, please".

What does the hospital do itself?

Please provide the results of the audit.

### Recommendation 3.4 - Amber (2)

The plan names a change but no decision.

# Turning Tide

Update required on training`;

const read = (text: string) => readPlanDocument(strToU8(text));

describe("a paper of questions", () => {
  it("is known by its headings, and asks each agency of each recommendation", async () => {
    const { kind, questions, problems } = await read(paper);
    expect(kind).toBe("questions");
    expect(questions).toEqual([
      { agency: "Care Regulator", recommendations: [], text: "How is progress watched?" },
      {
        agency: "Marlshire Hospitals (MVH)",
        recommendations: ["1.1", "1.2", "2.1"],
        ratingStated: "Green, Not Applicable",
        text: expect.stringMatching(/^Many actions[^]+itself\?$/),
      },
      {
        agency: "Marlshire Hospitals (MVH)",
        recommendations: ["1.1", "1.2", "2.1"],
        ratingStated: "Green, Not Applicable",
        text: "Please provide the results of the audit.",
      },
      {
        agency: "Marlshire Hospitals (MVH)",
        recommendations: ["3.4"],
        ratingStated: "Amber",
        text: "The plan names a change but no decision.",
      },
      { agency: "Turning Tide", recommendations: [], text: "Update required on training" },
    ]);
    expect(problems).toEqual([
      { where: "Recommendation 3.4 - Amber (2)", what: "Neither number nor rating: (2)" },
      {
        where: "Under “Questions about the Action Plans”",
        what: "Not taken over: These were put together in May.",
      },
    ]);
  });

  it("is read from Word's headings, and from lines that only look like headings", async () => {
    const { kind, questions } = await readPlanDocument(
      docx([
        paragraph("Scrutiny questions", { style: "Title" }),
        paragraph("Marlshire Police", { bold: true }),
        paragraph("Recommendation 2 – Red"),
        paragraph("Why has nothing begun?"),
        paragraph("Who leads?"),
      ]),
    );
    expect(kind).toBe("questions");
    expect(questions.map(({ agency, ratingStated, text }) => [agency, ratingStated, text])).toEqual(
      [
        ["Marlshire Police", "Red", "Why has nothing begun?"],
        ["Marlshire Police", "Red", "Who leads?"],
      ],
    );
  });

  it("may be a table with a column of questions", async () => {
    const { kind, questions, problems } = await readPlanDocument(
      docx([
        table([
          row(["Agency", "Rec No.", "RAG", "Question", "Notes"]),
          row(["MVH", "1.1, 1.2", "Green", "What changed?", "Raised in May"]),
          row(["", "2.1", "", "Who checks it?", ""]),
        ]),
      ]),
    );
    expect(kind).toBe("questions");
    expect(questions).toEqual([
      {
        agency: "MVH",
        recommendations: ["1.1", "1.2"],
        ratingStated: "Green",
        text: "What changed?\nRaised in May",
      },
      { agency: "MVH", recommendations: ["2.1"], text: "Who checks it?" },
    ]);
    expect(JSON.stringify(problems)).not.toContain("What changed?");
  });

  it("is read as whatever the person says it is", async () => {
    const { kind, questions } = await readPlanDocument(strToU8(paper), { kind: "plan" });
    expect([kind, questions]).toEqual(["plan", []]);
    const few = await readPlanDocument(strToU8("Marl Council\n\nWhat now?"), { kind: "questions" });
    expect(few.questions).toHaveLength(1);
  });
});
