import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { readWordDocument } from "#documents/docx/read-word-document.ts";
import { defaultLimits } from "#documents/limits.ts";
import { readPlanDocument } from "#documents/read-plan-document.ts";
import { withoutStruck } from "#documents/without-struck.ts";
import type { Table } from "#documents/model/blocks.ts";
import { textOf } from "#documents/model/cell-text.ts";
import {
  cell,
  docx,
  documentXml,
  type Markup,
  paragraph,
  row,
  table,
} from "#tests/support/docx-builder.ts";

const blocksOf = (...body: Markup[]) =>
  withoutStruck(readWordDocument(docx(body), defaultLimits)).blocks;
const texts = (...body: Markup[]) =>
  blocksOf(...body).map((block) => (block.kind === "paragraph" ? block.text : "table"));

function firstBlockOf(part: Uint8Array) {
  return readWordDocument(docx([], { "word/document.xml": part }), defaultLimits).blocks[0];
}

function onlyTable(...rows: Markup[]): Table {
  const [block] = blocksOf(table(rows));
  if (block?.kind !== "table") throw new Error("There is no table.");
  return block;
}

const link = (id: string, text: string, more = "") =>
  `<w:p><w:hyperlink xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="${id}"${more}><w:r><w:t>${text}</w:t></w:r></w:hyperlink></w:p>`;

const relation = (id: string, target: string) =>
  `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="${target}" TargetMode="External"/>`;

describe("text as Word prints it", () => {
  it("counts automatic lists in levels, each list on its own where it begins anew", () => {
    expect(
      texts(
        paragraph("Plan", { list: { id: "1" } }),
        paragraph("Do", { list: { id: "1", level: 1 } }),
        paragraph("Check", { list: { id: "1", level: 1 } }),
        paragraph("Act", { list: { id: "1" } }),
        paragraph("Note", { list: { id: "2" } }),
        paragraph("Aside", { list: { id: "3" } }),
        paragraph("Anew", { list: { id: "4" } }),
        paragraph("On", { style: "ListNumber" }),
      ),
    ).toEqual([
      "1. Plan",
      "1.1 Do",
      "1.2 Check",
      "2. Act",
      "• Note",
      "(a) Aside",
      "1. Anew",
      "2. On",
    ]);
  });

  it("leaves out what was deleted and keeps what was inserted, linked or in a content control", () => {
    expect(
      texts(
        `<w:p><w:r><w:t>Kept </w:t></w:r><w:del><w:r><w:delText>gone </w:delText></w:r></w:del><w:ins><w:r><w:t>new </w:t></w:r></w:ins><w:hyperlink><w:r><w:t>link </w:t></w:r></w:hyperlink><w:sdt><w:sdtContent><w:r><w:t>chosen</w:t></w:r></w:sdtContent></w:sdt></w:p>`,
        `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r><w:r><w:t>1 May</w:t></w:r></w:p>`,
      ),
    ).toEqual(["Kept new link chosen", "1 May"]);
  });

  it("keeps breaks, tabs and ticks, and a text box once, after its paragraph", () => {
    const box = `<w:txbxContent>${paragraph("In the box")}</w:txbxContent>`;
    expect(
      texts(
        `<w:p><w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t><w:noBreakHyphen/><w:sym w:font="Wingdings" w:char="F0FC"/></w:r></w:p>`,
        `<w:p><w:r><w:t>Beside</w:t><mc:AlternateContent><mc:Choice><w:drawing>${box}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`,
      ),
    ).toEqual(["a\nb\tc-✓", "Beside", "In the box"]);
  });

  it("knows a heading by its style, by what that is based on, and by its outline level", () => {
    const blocks = blocksOf(
      paragraph("One", { style: "Heading2" }),
      `<w:p><w:pPr><w:outlineLvl w:val="2"/></w:pPr><w:r><w:t>Three</w:t></w:r></w:p>`,
      paragraph("None"),
    );
    expect(blocks.map((block) => block.kind === "paragraph" && block.headingLevel)).toEqual([
      2,
      3,
      undefined,
    ]);
  });

  it("reads Strict Open XML, other prefixes and UTF-16 as well", () => {
    const strict = documentXml(paragraph("Plan"))
      .replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
      )
      .replaceAll("xmlns:w=", "xmlns:ns0=")
      .replaceAll("w:", "ns0:");
    const utf16 = Buffer.from(
      `\uFEFF${documentXml(paragraph("Plän")).replace("UTF-8", "UTF-16")}`,
      "utf16le",
    );
    expect(firstBlockOf(strToU8(strict))).toMatchObject({ text: "Plan" });
    expect(firstBlockOf(Uint8Array.from(utf16))).toMatchObject({ text: "Plän" });
  });

  it("finds the document wherever its package keeps it", () => {
    const relations = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/other/main.xml"/></Relationships>`;
    const bytes = zipSync({
      "_rels/.rels": strToU8(relations),
      "other/main.xml": strToU8(documentXml(paragraph("Elsewhere"))),
    });
    expect(readWordDocument(bytes, defaultLimits).blocks).toMatchObject([{ text: "Elsewhere" }]);
  });
});

describe("a table's grid", () => {
  it("counts cells over several columns, and columns left out before the first", () => {
    const { columns, rows } = onlyTable(
      row([cell("a", { span: 2 }), "b"]),
      `<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${cell("c")}${cell("d")}</w:tr>`,
    );
    expect(columns).toBe(3);
    expect(rows.map(({ cells }) => cells.map((each) => [each.column, textOf(each)]))).toEqual([
      [
        [0, "a"],
        [2, "b"],
      ],
      [
        [1, "c"],
        [2, "d"],
      ],
    ]);
  });

  it("gives a cell merged down to each of its rows, and words hidden under it to their own", () => {
    const { rows } = onlyTable(
      row([cell("MVH", { merge: "begins" }), "a"]),
      row([cell("", { merge: "goes on" }), "b"]),
      row([cell("MCC", { merge: "goes on" }), "c"]),
    );
    expect(rows.map(({ cells: [first] }) => first && [first.row, textOf(first)])).toEqual([
      [1, "MVH"],
      [1, "MVH"],
      [3, "MCC"],
    ]);
  });

  it("keeps shading, colours of text, bold runs, heading rows, and tables inside cells", () => {
    const { rows } = onlyTable(
      row([cell("Green", { shade: "00b050", colour: "FFFFFF", bold: true })], { header: true }),
      row([cell([table([row(["x", "y"])])])]),
    );
    expect(rows[0]).toMatchObject({
      isHeader: true,
      cells: [{ shading: "00B050", blocks: [{ runs: [{ colour: "FFFFFF", bold: true }] }] }],
    });
    expect(rows[1]?.cells.map(textOf)).toEqual(["x\ny"]);
  });

  it("survives spans that no table could have", () => {
    const wide = cell("a", { span: 4_000_000_000 });
    expect(onlyTable(row([wide, wide])).columns).toBeLessThan(200);
  });

  it("keeps where its words lead, the place within a page too, and nothing that is no address of the web", async () => {
    const heads = ["Recommendation", "Agency", "Action", "Lead", "Progress"].map((each) =>
      cell(each),
    );
    const progress = cell([
      link("rId7", "Audit", ' w:anchor="p3"'),
      link("rId8", "Script"),
      link("rId9", "Nowhere"),
    ]);
    const body = [
      table([
        row(heads),
        row([...["1.1 Train.", "Trust", "Do it.", "Matron"].map((each) => cell(each)), progress]),
      ]),
    ];
    const relations = strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation("rId7", "https://evidence.example/audit?a=1&amp;b=2")}${relation("rId8", "javascript:alert(1)")}</Relationships>`,
    );
    const read = await readPlanDocument(docx(body, { "word/_rels/document.xml.rels": relations }));
    expect(read.recommendations[0]?.actions[0]).toMatchObject({
      progress: "Audit\nScript\nNowhere",
      links: [{ words: "Audit", url: "https://evidence.example/audit?a=1&b=2#p3" }],
    });
  });
});
