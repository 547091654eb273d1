import { strToU8 } from "fflate";
import { describe, expect, it } from "vitest";
import { readPlanDocument } from "#documents/read-plan-document.ts";
import { cell, docx, paragraph, row, table } from "#tests/support/docx-builder.ts";

const fromText = (text: string) => readPlanDocument(strToU8(text));

const expected = [
  {
    ref: "1",
    text: "Know every child on a plan.",
    actions: [
      {
        agency: "Marl Hospitals NHS Trust",
        text: "Put an alert on each record.",
        leads: ["Head of Nursing"],
        due: ["2027-03-31"],
        rating: "Green",
        progress: "Live on two wards.",
      },
      {
        agency: "Marl Council",
        text: "Send the list each week.",
        leads: ["Service Manager"],
        due: ["2027-04-30"],
        rating: "Amber",
        progress: "Waits for the supplier.",
      },
    ],
  },
];

/** A label beside each of these values. */
const form = (action: readonly string[]) =>
  table(
    ["Recommendation", "Action", "Agency", "Lead officer", "Target date", "RAG", "Progress"].map(
      (label, at) => row([cell(label, { bold: true }), action[at] ?? ""]),
    ),
  );

describe("a plan without columns", () => {
  it("may be a form for each action, with a label beside each value", async () => {
    const { kind, recommendations, problems } = await readPlanDocument(
      docx([
        paragraph("Action plan", { style: "Heading1" }),
        form([
          "1. Know every child on a plan.",
          "Put an alert on each record.",
          "Marl Hospitals NHS Trust",
          "Head of Nursing",
          "31 March 2027",
          "Green",
          "Live on two wards.",
        ]),
        paragraph(""),
        form([
          "1. Know every child on a plan.",
          "Send the list each week.",
          "Marl Council",
          "Service Manager",
          "30/04/2027",
          "Amber",
          "Waits for the supplier.",
        ]),
      ]),
    );
    expect(kind).toBe("plan");
    expect(recommendations).toMatchObject(expected);
    expect(problems).toEqual([]);
  });

  it("may be told in lines with labels under headings", async () => {
    const { kind, recommendations, problems } = await fromText(`# Action plan

## Recommendation 1: Know every child on a plan.

### Action 1.1

Put an alert on each record.

- **Agency:** Marl Hospitals NHS Trust
- **Lead:** Head of Nursing
- **By when:** 31 March 2027
- **RAG:** Green
- **Progress:** Live on two wards.

### Action 1.2

Send the list each week.

- **Agency:** Marl Council
- **Lead:** Service Manager
- **By when:** 30/04/2027
- **RAG:** Amber
- **Progress:** Waits for the supplier.
`);
    expect(kind).toBe("plan");
    expect(recommendations).toMatchObject(expected);
    expect(recommendations[0]?.actions.map(({ notes }) => notes)).toEqual([
      "Action no: 1.1",
      "Action no: 1.2",
    ]);
    expect(problems).toEqual([]);
  });

  it("may be a table drawn with strokes, whose cells take several lines", async () => {
    const { recommendations } = await fromText(`# Action plan

+-----+------------------+------------------+---------------+-----------+---------------+-------+----------------+
| Ref | Recommendation   | Action           | Agency        | Lead      | By when       | RAG   | Progress       |
+=====+==================+==================+===============+===========+===============+=======+================+
| 1   | Know every child | Put an alert on  | Marl          | Head of   | 31 March 2027 | Green | Live on two    |
|     | on a plan.       | each record.     | Hospitals NHS | Nursing   |               |       | wards.         |
|     |                  |                  | Trust         |           |               |       |                |
+-----+------------------+------------------+---------------+-----------+---------------+-------+----------------+
|     |                  | Send the list    | Marl Council  | Service   | 30/04/2027    | Amber | Waits for the  |
|     |                  | each week.       |               | Manager   |               |       | supplier.      |
+-----+------------------+------------------+---------------+-----------+---------------+-------+----------------+

Agreed in November.
`);
    expect(recommendations).toMatchObject(expected);
  });
});

const cells = [
  ["1", "Know every child on a plan.", "Put an alert on each record.", "Marl Hospitals NHS Trust"],
  ["Head of Nursing", "31 March 2027", "Green", "Live on two wards."],
  ["", "", "Send the list each week.", "Marl Council"],
  ["Service Manager", "30/04/2027", "Amber", "Waits for the supplier."],
].flat();

describe("a table that was saved with one cell a line", () => {
  const headings = "Ref\nRecommendation\nAction\nAgency\nLead\nBy when\nRAG\nProgress";

  it("is put back where dates, ratings and numbers stand in their columns", async () => {
    const { kind, recommendations, problems } = await fromText(
      `Marl action plan\n${headings}\n${cells.join("\n")}\n`,
    );
    expect(kind).toBe("plan");
    expect(recommendations).toMatchObject(expected);
    expect(problems).toEqual([]);
  });

  it("is not guessed at where nothing tells its cells apart, but named with all its words", async () => {
    const { kind, recommendations, problems } = await fromText(
      "Recommendation\nAction\nAgency\nLead\nOutcome\nProgress\nKeep a list\nof children\nMake it\nthen share it\nMarl\nClerk\nSeen\nBegun\nin May\n",
    );
    expect(kind).toBe("plan");
    expect(recommendations).toEqual([]);
    expect(problems.map(({ what }) => what).join("\n")).toMatch(
      /^This table was saved with one cell a line.*Choose the document.*\n[^]*Keep a list[^]*Begun\nin May$/,
    );
  });
});

it("a report may have each recommendation in a box after its finding", async () => {
  const { kind, recommendations } = await readPlanDocument(
    docx([
      paragraph("Local review of Child F", { style: "Heading1" }),
      ...["adopt one tool for neglect", "name the fathers of children"].flatMap((what, at) => [
        paragraph(`Finding ${at + 1}: what was seen`, { style: "Heading2" }),
        paragraph("Much was seen and little was said."),
        table([
          row([
            cell([
              paragraph(`Recommendation ${at + 1}`, { bold: true }),
              paragraph(`Partners should ${what}.`),
            ]),
          ]),
        ]),
      ]),
    ]),
  );
  expect(kind).toBe("report");
  expect(recommendations).toMatchObject([
    { ref: "1", text: "Partners should adopt one tool for neglect." },
    { ref: "2", text: "Partners should name the fathers of children." },
  ]);
});
