import { expect, it } from "vitest";
import { readPlanDocument } from "#documents/read-plan-document.ts";
import { docx, type Markup, paragraph, row, table } from "#tests/support/docx-builder.ts";

const read = (...body: readonly Markup[]) => readPlanDocument(docx(body));
const chapter = (text: string) => paragraph(text, { style: "Heading1" });
const section = (text: string) => paragraph(text, { style: "Heading2" });
const bold = (text: string) => paragraph(text, { bold: true });
const bullet = (text: string) => paragraph(text, { list: { id: "2" } });

it("reads the recommendations of every chapter, with its theme, and whom the introduction addresses", async () => {
  const { kind, recommendations, findings } = await read(
    chapter("Safeguarding"),
    section("Areas for improvement"),
    paragraph(
      "7. To improve services, the council and its partners should take the following action.",
    ),
    bold("Immediately:"),
    bullet("see every child alone"),
    bullet("NHS Marlshire and Marl Valley NHS Trust should agree who visits"),
    section("Outcomes"),
    paragraph("8. Outcomes are adequate."),
    chapter("Looked after children"),
    section("Areas for improvement"),
    paragraph("31. The council and its partners should take the following action."),
    bold("Within three months:"),
    bullet("NHS Marlshire should assess health on time"),
    section("Health"),
    paragraph("32. Health is good."),
  );
  expect(kind).toBe("report");
  expect(recommendations).toMatchObject([
    {
      timescale: "Immediately",
      theme: "Safeguarding",
      text: "see every child alone",
      addressees: ["The council", "its partners"].map((name) => name.replace("The", "the")),
    },
    { addressees: ["NHS Marlshire", "Marl Valley NHS Trust"] },
    {
      timescale: "Within three months",
      theme: "Looked after children",
      addressees: ["NHS Marlshire"],
    },
  ]);
  expect(findings.map(({ paragraph: number }) => number)).toEqual(["8", "32"]);
});

it("reads R-numbers, whoever is addressed together, and references in any brackets", async () => {
  const { recommendations, findings, problems } = await read(
    section("Findings"),
    paragraph("1.1 Fathers are not seen. (Recommendation R1)"),
    paragraph("1.2 Parents are not asked. [Recommendations R1 and R2]"),
    paragraph("2.1 Nobody has time. This leads to recommendation R9."),
    section("Recommendations"),
    paragraph("R1. Marl Trust, together with Marlshire Council, should see fathers. [see 1.1]"),
    paragraph("R2. All providers must train their staff. (Paragraphs 1.2 and 4.7)"),
  );
  expect(recommendations).toMatchObject([
    { ref: "R1", addressees: ["Marl Trust", "Marlshire Council"], paragraphs: ["1.1"] },
    { ref: "R2", addressees: ["All providers"], paragraphs: ["1.2", "4.7"] },
  ]);
  expect(findings.map(({ recommendations: named }) => named)).toEqual([
    ["R1"],
    ["R1", "R2"],
    ["R9"],
  ]);
  expect(problems).toMatchObject([{ where: "Finding 2.1" }, { where: "Recommendation R2" }]);
});

it("reads letters under a recommendation that has only a number and an addressee", async () => {
  const { recommendations, findings } = await read(
    section("Findings"),
    paragraph("3.1 Records are not shared (Recommendation 1 (a))."),
    paragraph("3.2 Staff are not trained (Recommendations 1(b), 2)."),
    section("Recommendations"),
    bold("Recommendation 1"),
    paragraph("Marlshire Care Board should:"),
    paragraph("(a) share records;"),
    paragraph("(b) train staff;"),
    bold("Recommendation 2"),
    paragraph("Marlshire Council should, within three months, agree a protocol."),
  );
  expect(recommendations).toMatchObject([
    { ref: "1(a)", text: "share records;", addressees: ["Marlshire Care Board"] },
    { ref: "1(b)" },
    { ref: "2", addressees: ["Marlshire Council"] },
  ]);
  expect(findings.map(({ recommendations: named }) => named)).toEqual([["1(a)"], ["1(b)", "2"]]);
});

it("reads a table of recommendations, and leaves nothing of it over", async () => {
  const { recommendations, problems } = await read(
    section("Summary of recommendations"),
    table([
      row(["No", "Recommendation", "For", "By when"]),
      row(["1", "Share what is known. (See 4.1)", "Marlshire Police\nMarl Trust", "Immediately"]),
    ]),
    section("Findings"),
    paragraph("4.1 Police do not share (Recommendation 1)."),
  );
  expect(recommendations).toMatchObject([
    {
      ref: "1",
      text: "Share what is known.",
      addressees: ["Marlshire Police", "Marl Trust"],
      timescale: "Immediately",
      paragraphs: ["4.1"],
    },
  ]);
  expect(problems).toEqual([]);
});

it("takes “[see 2.1]” for recommendations where that is how a report names them", async () => {
  const { findings, problems } = await read(
    section("Findings"),
    paragraph("10.1 Nobody knows the children. [see 2.1]"),
    paragraph("10.2 Letters are late. [see 2.2 and 4.7]"),
    section("Recommendations"),
    paragraph("2.1 Marl Trust should know the children."),
    paragraph("2.2 Marl Trust should write at once."),
  );
  expect(findings.map(({ recommendations: named }) => named)).toEqual([["2.1"], ["2.2", "4.7"]]);
  expect(problems).toMatchObject([{ where: "Finding 10.2" }]);
});

it("reads what inspectors list under “What needs to improve?” and “Areas for priority action”", async () => {
  const { recommendations } = await read(
    section("What needs to improve?"),
    bullet("The timeliness of meetings."),
    section("Areas for priority action"),
    paragraph("The partnership must see every child within a day."),
    section("Next steps"),
    paragraph("A statement should follow by July."),
  );
  expect(recommendations).toMatchObject([
    { theme: "What needs to improve", text: "The timeliness of meetings." },
    { theme: "Areas for priority action", addressees: ["The partnership"] },
  ]);
});
