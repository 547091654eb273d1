import { describe, expect, it } from "vitest";
import { readPlanDocument } from "#documents/read-plan-document.ts";
import { cell, docx, type Markup, paragraph, row, table } from "#tests/support/docx-builder.ts";

const read = (...body: Markup[]) => readPlanDocument(docx(body));
const heading = (text: string) => paragraph(text, { style: "Heading2" });
const headings = row(["Agency", "Action", "Lead officer", "By when", "Progress"], { header: true });

/** A table under a recommendation. */
const under = (...rows: Markup[]) =>
  read(heading("Recommendation 1"), paragraph("Know the children."), table(rows));

/** The ratings of actions whose last cells are these. */
const rated = (column: string, ...cells: string[]) =>
  read(
    heading("Recommendation 1"),
    table([
      row(["Agency", "Action", "Date", column]),
      ...cells.map((each) => row(["MVH", "Make a list", "1 May 2026", each])),
    ]),
  ).then(({ recommendations }) => recommendations[0]?.actions.map(({ rating }) => rating));

describe("a recommendation and its words", () => {
  it("stands in a heading above its table, its text and See-reference below the heading", async () => {
    const { recommendations } = await read(
      heading("Recommendation 2.1"),
      paragraph("Ask about children at home."),
      paragraph("(See 2.2, 2.3 and 5.3.4)"),
      table([headings, row(["MVH", "Change the form", "Matron", "1 May 2026", ""])]),
    );
    expect(recommendations).toMatchObject([
      { ref: "2.1", text: "Ask about children at home.", paragraphs: ["2.2", "2.3", "5.3.4"] },
    ]);
  });

  it("stands in a row across the table, where another begins in the middle of it", async () => {
    const { recommendations } = await read(
      heading("Recommendation 1: Know the children"),
      table([
        headings,
        row(["MVH", "Make a list", "Clerk", "1 May 2026", ""]),
        row([cell("Recommendation 2\nKeep the list (See 1.4)", { span: 5 })]),
        headings,
        row(["MCC", "Check the list", "Clerk", "2 May 2026", ""]),
      ]),
    );
    expect(recommendations).toMatchObject([
      { ref: "1", text: "Know the children", actions: [{ text: "Make a list" }] },
      { ref: "2", text: "Keep the list", paragraphs: ["1.4"], actions: [{ agency: "MCC" }] },
    ]);
  });

  it("stands in columns, once for several rows, blank, repeated or merged down", async () => {
    const first = row(["Rec No.", "Recommendation", "Action", "Lead", "Due date"], {
      header: true,
    });
    const { recommendations } = await read(
      table([
        first,
        row(["1.1", "Know the children", "Make a list", "Clerk", "1 May 2026"]),
        row(["", "", "Print the list", "Clerk", "2 May 2026"]),
        row(["1.2", "Keep the list", "Check it", "Matron", "3 May 2026"]),
        row(["1.2", "Keep the list", "Check it again", "Matron", "4 May 2026"]),
        first,
        row([
          cell("1.3", { merge: "begins" }),
          cell("Use the list", { merge: "begins" }),
          "Read it",
          "Nurse",
          "5 May 2026",
        ]),
        row([
          cell("", { merge: "goes on" }),
          cell("", { merge: "goes on" }),
          "Act on it",
          "Nurse",
          "",
        ]),
      ]),
    );
    expect(
      recommendations.map(({ ref, actions }) => [ref, actions.map(({ text }) => text)]),
    ).toEqual([
      ["1.1", ["Make a list", "Print the list"]],
      ["1.2", ["Check it", "Check it again"]],
      ["1.3", ["Read it", "Act on it"]],
    ]);
  });

  it("takes its number from Word's automatic list", async () => {
    const { recommendations } = await read(
      table([
        row(["Recommendation", "Action", "Lead", "Due date"]),
        row([
          cell("Know the children", { list: { id: "1" } }),
          "Make a list",
          "Clerk",
          "1 May 2026",
        ]),
        row([cell("Keep the list", { list: { id: "1" } }), "Check it", "Clerk", "2 May 2026"]),
      ]),
    );
    expect(recommendations).toMatchObject([
      { ref: "1", text: "Know the children" },
      { ref: "2", text: "Keep the list" },
    ]);
  });

  it("stands in the action column under a band and an agency", async () => {
    const { recommendations, problems } = await read(
      table([
        row([
          "Details Theme/Timescale",
          "Actions Required",
          "Responsible officer(s)",
          "Milestones",
          "Completion date",
          "Monitoring/ Status Notes",
        ]),
        row([
          cell("Within 3 months\nMarlshire Police"),
          cell([
            paragraph("Look for missing children.", { bold: true }),
            paragraph("Call each day."),
          ]),
          "Inspector",
          cell([
            paragraph("Rota agreed"),
            paragraph("Outcome measure: calls made"),
            paragraph("Measure of success", { bold: true }),
            paragraph("No child unseen"),
            paragraph("Evidence: call log"),
          ]),
          "30-11-26",
          "Ongoing",
        ]),
        row(["Immediate\nMVH", "Ask every child twice.", "", "", "", ""]),
        row(["", "Write the second question.", "Nurse", "", "Jan 2027", ""]),
      ]),
    );
    expect(problems).toEqual([]);
    expect(recommendations).toMatchObject([
      {
        text: "Look for missing children.",
        timescale: "Within 3 months",
        addressees: ["Marlshire Police"],
        actions: [
          {
            agency: "Marlshire Police",
            text: "Call each day.",
            milestones: "Rota agreed",
            outcomeMeasure: "calls made",
            measureOfSuccess: "No child unseen",
            evidence: "call log",
            due: ["2026-11-30"],
            progress: "Ongoing",
          },
        ],
      },
      {
        text: "Ask every child twice.",
        timescale: "Immediate",
        actions: [{ agency: "MVH", text: "Write the second question.", due: ["2027-01"] }],
      },
    ]);
  });

  it("has the theme of the row across the table above it", async () => {
    const { recommendations } = await read(
      table([
        row(["Ref", "Recommendation", "Action", "Lead", "Timescale"]),
        row([cell("Early help", { span: 5, bold: true })]),
        row(["1", "Know the children", "Make a list", "Clerk", "Within 3 months"]),
        row([cell("Protection", { span: 5, bold: true })]),
        row(["2", "Keep the list", "Check it", "Clerk", "Immediate"]),
      ]),
    );
    expect(recommendations).toMatchObject([
      { ref: "1", theme: "Early help", actions: [{ dueText: "Within 3 months", due: [] }] },
      { ref: "2", theme: "Protection" },
    ]);
  });

  it("is addressed as the heading over several says", async () => {
    const { recommendations } = await read(
      paragraph("Recommendation 1", { style: "Heading1" }),
      paragraph("Marl, Wold and South Fen NHS Trust (MWF) and MCC should:", { bold: true }),
      heading("Recommendation 1.1"),
      paragraph("Know the children."),
      table([headings, row(["MWF", "Make a list", "Clerk", "1 May 2026", ""])]),
    );
    expect(recommendations).toMatchObject([
      { ref: "1.1", addressees: ["Marl, Wold and South Fen NHS Trust (MWF)", "MCC"] },
    ]);
  });

  it("is not made of headings in a paper that has no table of actions", async () => {
    const { recommendations, problems } = await read(
      heading("Recommendation 1.1 - Amber"),
      paragraph("What has been done?"),
      table([row(["Asked on", "1 May 2026"])]),
    );
    expect(recommendations).toEqual([]);
    expect(problems.map(({ what }) => what)).toEqual([
      "It has no table of actions, so nothing was read as a plan. If it was made from another document, choose that one.",
      "Not read as part of the plan: Asked on | 1 May 2026",
      "Not taken over: Recommendation 1.1 - Amber\nWhat has been done?",
    ]);
  });

  it("is not made of a table of contents or of what the text says about one", async () => {
    const { recommendations } = await read(
      paragraph("Recommendation 1\t4", { style: "TOC1" }),
      paragraph("Recommendation 1 was discussed at length."),
      heading("Recommendation 1"),
      paragraph("Know the children."),
      table([headings, row(["MVH", "Make a list", "Clerk", "1 May 2026", ""])]),
    );
    expect(recommendations).toHaveLength(1);
  });
});

describe("rows of a plan's table", () => {
  it("carry the agency down, merged or left blank", async () => {
    const { recommendations } = await under(
      headings,
      row([cell("MVH/MCC", { merge: "begins" }), "Make a list", "Clerk", "1 May 2026", ""]),
      row([cell("", { merge: "goes on" }), "Print it", "Clerk", "2 May 2026", ""]),
      row(["MICB", "Read it", "Clerk", "3 May 2026", ""]),
      row(["", "Act on it", "Clerk", "4 May 2026", ""]),
    );
    const [first] = recommendations;
    expect(first?.actions.map(({ agency }) => agency)).toEqual([
      "MVH/MCC",
      "MVH/MCC",
      "MICB",
      "MICB",
    ]);
    expect(first?.actions[1]?.agencies).toEqual(["MVH", "MCC"]);
  });

  it("are one action where its words are merged down over them", async () => {
    const { recommendations } = await under(
      headings,
      row(["MVH", cell("Write and audit", { merge: "begins" }), "Clerk", "1 May 2026", "Written"]),
      row(["", cell("", { merge: "goes on" }), "Auditor", "2 June 2026", ""]),
    );
    expect(recommendations[0]?.actions).toMatchObject([
      {
        text: "Write and audit",
        leads: ["Clerk", "Auditor"],
        due: ["2026-05-01", "2026-06-02"],
        progress: "Written",
      },
    ]);
  });

  it("go on after a page break without being another action", async () => {
    const { recommendations } = await under(
      headings,
      row(["MVH", "Make a list of children", "Clerk", "1 May 2026", "Begun"]),
      row(["", "and print it", "", "", "and printed"]),
    );
    expect(recommendations[0]?.actions).toMatchObject([
      { text: "Make a list of children\nand print it", progress: "Begun\nand printed" },
    ]);
  });

  it("say the outcome and the anticipated evidence across the table", async () => {
    const { recommendations } = await under(
      row([cell("Outcome: Children are known", { span: 5 })]),
      headings,
      row(["MVH", "Make a list", "Clerk", "1 May 2026", ""]),
      row([cell("Anticipated Evidence:\nThe list\nAn audit", { span: 5 })]),
    );
    expect(recommendations).toMatchObject([
      { outcome: "Children are known", anticipatedEvidence: "The list\nAn audit" },
    ]);
  });

  it("keep what stands in columns no plan has, with its heading", async () => {
    const { recommendations } = await under(
      row(["Agency", "Action", "Lead", "Date", "Cost"]),
      row(["MVH", "Make a list", "Clerk", "1 May 2026", "£40"]),
    );
    expect(recommendations[0]?.actions).toMatchObject([{ notes: "Cost: £40" }]);
  });

  it("go on in a table without headings of its own", async () => {
    const { recommendations } = await read(
      heading("Recommendation 1"),
      table([headings, row(["MVH", "Make a list", "Clerk", "1 May 2026", ""])]),
      table([row(["MCC", "Print it", "Clerk", "2 May 2026", ""])]),
    );
    expect(recommendations[0]?.actions).toHaveLength(2);
  });

  it("name what could not be read, with its words and its place", async () => {
    const { problems } = await under(
      headings,
      row(["MVH", "Make a list", "Clerk", "31 February 2026", ""]),
      row([cell("Words that nobody expected here", { span: 5 })]),
    );
    expect(problems.map(({ where }) => where)).toEqual(
      expect.arrayContaining(["Table 1, row 2", "Table 1, row 3"]),
    );
    expect(JSON.stringify(problems)).toContain("Words that nobody expected here");
  });
});

describe("ratings", () => {
  it("are read from words, letters, shading and the colour of text", async () => {
    expect(
      await rated(
        "RAG rating",
        "Green",
        "A",
        cell("", { shade: "FF0000" }),
        cell("done", { colour: "0070C0" }),
      ),
    ).toEqual(["Green", "Amber", "Red", "Blue"]);
  });

  it("are read from the shading of a progress column that says it has them", async () => {
    expect(await rated("Progress and BRAG", cell("Begun", { shade: "00B050" }))).toEqual(["Green"]);
  });

  it("are never guessed from pale tints, two colours, or words of progress", async () => {
    expect(
      await rated(
        "Progress, BRAG",
        cell("All done", { shade: "DCE6F1" }),
        "Green\nRed",
        "On target",
      ),
    ).toEqual([undefined, undefined, undefined]);
  });

  it("take the names of the plan's own key, which says what they mean", async () => {
    const { plan, recommendations } = await read(
      table([
        row([cell("B", { shade: "0070C0" }), "Complete and checked by peers"]),
        row([cell("G", { shade: "00B050" }), "Complete"]),
        row([cell("A", { shade: "FFC000" }), "On track"]),
        row([cell("R", { shade: "FF0000" }), "Off track"]),
      ]),
      heading("Recommendation 1"),
      table([row(["Agency", "Action", "Date", "RAG"]), row(["MVH", "Make a list", "", "g"])]),
    );
    expect(plan.ratingScheme).toEqual([
      { name: "Blue", definition: "Complete and checked by peers", meaning: "closed" },
      { name: "Green", definition: "Complete", meaning: "complete" },
      { name: "Amber", definition: "On track", meaning: "on-target" },
      { name: "Red", definition: "Off track", meaning: "off-target" },
    ]);
    expect(recommendations[0]?.actions[0]?.rating).toBe("Green");
  });
});
