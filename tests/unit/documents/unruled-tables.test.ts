import { strToU8 } from "fflate";
import { describe, expect, it } from "vitest";
import { readPlanDocument } from "#documents/read-plan-document.ts";
import { cell, docx, paragraph, row, table } from "#tests/support/docx-builder.ts";
import { type Drawing, pdf, words } from "#tests/support/pdf-builder.ts";

const actions = async (bytes: Uint8Array) =>
  (await readPlanDocument(bytes)).recommendations.flatMap((each) => each.actions);

describe("a table whose headings say little", () => {
  it("is told by what its columns hold, and says so", async () => {
    const { recommendations, problems } = await readPlanDocument(
      docx([
        paragraph("Action plan", { bold: true }),
        table([
          row(["", "Area", "Detail", "Name", "", "Notes"]),
          row([
            "1",
            "Records",
            "Ask for siblings in the form.",
            "Ann Bell",
            "30/06/2026",
            "With IT.",
          ]),
          row([
            "2",
            "Training",
            "Train all emergency staff.",
            "Bob Cox",
            "31/07/2026",
            "Forty of ninety.",
          ]),
        ]),
      ]),
    );
    expect(recommendations).toMatchObject([
      {
        theme: "Records",
        actions: [
          {
            text: "Ask for siblings in the form.",
            leads: ["Ann Bell"],
            due: ["2026-06-30"],
            progress: "With IT.",
          },
        ],
      },
      { theme: "Training", actions: [{ leads: ["Bob Cox"] }] },
    ]);
    expect(problems).toEqual([
      {
        where: "Table 1",
        what: "Its headings do not say what its columns hold, so their words were asked: “Area” themes, “Detail” actions, “Name” leads, column 5 dates, “Notes” progress.",
      },
    ]);
  });

  it("may have none at all under the recommendation it is for", async () => {
    const { recommendations } = await readPlanDocument(
      docx([
        paragraph("Action plan of Marl Trust", { style: "Heading1" }),
        paragraph("Recommendation 1.1 Ask about children", { style: "Heading2" }),
        table([
          row([
            "MVH",
            "Add the question to the form.",
            "Matron",
            "31 May 2026",
            cell("", { shade: "00B050" }),
          ]),
          row(["MCC", "Share the list each week.", "Clerk", "30/09/2026", "Amber"]),
          row(["MCC", "Audit twenty of them.", "Clerk", "30/10/2026", "Red"]),
        ]),
      ]),
    );
    expect(recommendations).toMatchObject([
      {
        ref: "1.1",
        actions: [
          {
            agency: "MVH",
            text: "Add the question to the form.",
            leads: ["Matron"],
            rating: "Green",
          },
          { agency: "MCC", due: ["2026-09-30"], rating: "Amber" },
          { rating: "Red" },
        ],
      },
    ]);
  });

  it("stays unread in a document that is about no plan", async () => {
    const { recommendations } = await readPlanDocument(
      docx([
        paragraph("Outing of the choir", { bold: true }),
        table([
          row(["1", "Hire a bus for everybody.", "Ann Bell", "30/06/2026"]),
          row(["2", "Bring the music along.", "Bob Cox", "30/06/2026"]),
        ]),
      ]),
    );
    expect(recommendations).toEqual([]);
  });
});

const wrapped = `Composite action plan

Recommendation    Agency       Action            Lead        Completion     Monitoring/
                                                 officer     date           Status Notes
1.1 Know every    MVH          Make a list of    Ann Bell    31 May 2026    Begun in
child                          all children                                 March
                  MCC / MVH Keep it              Clerk       30 June 2026   Not begun
Theme 2: Training and what comes of it
2.1 Train         Police       Train all         DI Carr     July 2026      On target
everybody                      officers
`;

const expected = [
  {
    agency: "MVH",
    text: "Make a list of all children",
    leads: ["Ann Bell"],
    due: ["2026-05-31"],
    progress: "Begun in March",
  },
  {
    agency: "MCC / MVH",
    text: "Keep it",
    leads: ["Clerk"],
    due: ["2026-06-30"],
    progress: "Not begun",
  },
  {
    agency: "Police",
    text: "Train all officers",
    leads: ["DI Carr"],
    due: ["2026-07"],
    progress: "On target",
  },
];

describe("a table laid out with spaces", () => {
  it("is read by where its words stand", async () => {
    const { recommendations } = await readPlanDocument(strToU8(wrapped));
    expect(recommendations).toMatchObject([
      { ref: "1.1", text: "Know every child" },
      { ref: "2.1", text: "Train everybody", theme: "Theme 2: Training and what comes of it" },
    ]);
    expect(recommendations.flatMap((each) => each.actions)).toMatchObject(expected);
  });
});

describe("a PDF without ruling lines", { timeout: 20_000 }, () => {
  const lefts = [40, 150, 230, 370, 470, 580];
  const draw = (top: number, lines: readonly (readonly string[])[], bold = false): Drawing[] =>
    lines.flatMap((cells, line) =>
      cells.flatMap((text, column) =>
        text ? [words(lefts[column] ?? 0, top - line * 11, text, { bold })] : [],
      ),
    );
  const heading = (top: number) =>
    draw(
      top,
      [
        ["Recommendation", "Agency", "Action", "Lead", "Completion", "Monitoring/"],
        ["", "", "", "officer", "date", "Status Notes"],
      ],
      true,
    );

  it("is read by where its words stand, over pages", async () => {
    const bytes = pdf([
      [
        words(40, 560, "Composite action plan", { size: 16, bold: true }),
        ...heading(520),
        ...draw(490, [
          ["1.1 Know every", "MVH", "Make a list of", "Ann Bell", "31 May 2026", "Begun in"],
          ["child", "", "all children", "", "", "March"],
        ]),
        ...draw(460, [["", "MCC / MVH", "Keep it", "Clerk", "30 June 2026", "Not begun"]]),
      ],
      [
        ...heading(550),
        ...draw(520, [
          ["2.1 Train", "Police", "Train all", "DI Carr", "July 2026", "On target"],
          ["everybody", "", "officers", "", "", ""],
        ]),
      ],
    ]);
    expect(await actions(bytes)).toMatchObject(expected);
  });
});
