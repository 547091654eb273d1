import { strToU8 } from "fflate";
import { describe, expect, it } from "vitest";
import { readPlanDocument } from "#documents/read-plan-document.ts";
import { cell, docx, paragraph, row, table } from "#tests/support/docx-builder.ts";
import { pdf, ruledTable, words } from "#tests/support/pdf-builder.ts";
import { sheet, xlsx } from "#tests/support/xlsx-builder.ts";

const headings = ["Ref", "Recommendation", "Action", "Agency", "By when", "Evidence"];
const action = ["1", "Know every child.", "Make a list.", "MVH", "1 May 2027"];
const report = { words: "the audit report", url: "https://evidence.example/audit" };

const linksIn = async (bytes: Uint8Array) =>
  (await readPlanDocument(bytes)).recommendations.flatMap(({ actions }) =>
    actions.map(({ evidence, links }) => ({ evidence, links })),
  );

const field = (inside: string) => `<w:r>${inside}</w:r>`;
const step = (type: string) => field(`<w:fldChar w:fldCharType="${type}"/>`);

const htmlRow = (tag: string, values: readonly string[]) =>
  `<tr>${values.map((each) => `<${tag}>${each}</${tag}>`).join("")}</tr>`;

describe("where evidence leads is kept", () => {
  it("of Word's older links, which are fields", async () => {
    const inWord = `<w:p>${field("<w:t>See </w:t>")}${step("begin")}${field(`<w:instrText> HYPERLINK "${report.url}" </w:instrText>`)}${step("separate")}${field(`<w:t>${report.words}</w:t>`)}${step("end")}${field("<w:t> of May</w:t>")}</w:p>`;
    const simple = `<w:p><w:fldSimple w:instr=' HYPERLINK "${report.url}" '>${field(`<w:t>${report.words}</w:t>`)}</w:fldSimple></w:p>`;
    const document = docx([
      paragraph("Action plan", { style: "Heading1" }),
      table([row(headings), ...[inWord, simple].map((each) => row([...action, cell([each])]))]),
    ]);
    expect(await linksIn(document)).toEqual([
      { evidence: "See the audit report of May", links: [report] },
      { evidence: "the audit report", links: [report] },
    ]);
  });

  it("of a workbook's cells and its formulas that lead somewhere", async () => {
    const { xml } = sheet([
      headings,
      [...action, report.words],
      [...action, { value: report.words, formula: `HYPERLINK("${report.url}","${report.words}")` }],
    ]);
    const linked = xml.replace(
      "</worksheet>",
      '<hyperlinks><hyperlink ref="F2" r:id="rId9" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/></hyperlinks></worksheet>',
    );
    const relations = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="${report.url}" TargetMode="External"/></Relationships>`;
    const book = xlsx([{ xml: linked }], {
      "xl/worksheets/_rels/sheet1.xml.rels": strToU8(relations),
    });
    expect(await linksIn(book)).toEqual([
      { evidence: report.words, links: [report] },
      { evidence: report.words, links: [report] },
    ]);
  });

  it.each([
    [`<a href="${report.url}">${report.words}</a> of May`, [report]],
    [`<p>See <a href='${report.url}'><b>the audit</b> report</a>.</p>`, [report]],
    [
      `<a href="javascript:alert(1)">run</a> <a href="#top">up</a> <a name="here">here</a>`,
      undefined,
    ],
  ])("of a web page: %s", async (evidence, links) => {
    const page = `<h1>Action plan</h1><table>${htmlRow("th", headings)}${htmlRow("td", [...action, evidence])}</table>`;
    const [read] = await linksIn(strToU8(page));
    expect(read?.links).toEqual(links);
  });

  it("of Markdown", async () => {
    const lines = [
      headings,
      headings.map(() => "---"),
      [...action, `[${report.words}](${report.url}) of May`],
    ];
    const text = ["# Action plan", "", ...lines.map((cells) => `| ${cells.join(" | ")} |`)].join(
      "\n",
    );
    expect(await linksIn(strToU8(text))).toMatchObject([{ links: [report] }]);
  });

  it("of a PDF, where an area over words leads out of it", { timeout: 20_000 }, async () => {
    const columns = [40, 70, 200, 330, 420, 520, 800];
    const bytes = pdf(
      [
        [
          words(40, 560, "Action plan", { size: 16, bold: true }),
          ...ruledTable(columns, 500, [
            { cells: headings, bold: true },
            { cells: [...action, `See ${report.words} of May`] },
            { cells: ["2", "Ask.", "Ask them.", "MCC", "2 May 2027", "No link"] },
          ]),
        ],
      ],
      { links: [{ area: [541, 464, 606, 478], url: report.url }] },
    );
    expect(await linksIn(bytes)).toEqual([
      { evidence: `See ${report.words} of May`, links: [report] },
      { evidence: "No link", links: undefined },
    ]);
  });
});
