import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { readPlanDocument } from "#documents/read-plan-document.ts";
import { docx, paragraph, row, table } from "#tests/support/docx-builder.ts";
import { sheet, xlsx } from "#tests/support/xlsx-builder.ts";

const headings = ["Agency", "Action", "Lead officer", "Date", "RAG"];
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** The package with one of its parts changed, and others called something else, as Office does after editing in a browser. */
function changed(
  bytes: Uint8Array,
  names: Readonly<Record<string, string>>,
  part: string,
  change: (xml: string) => string,
): Uint8Array {
  const parts = Object.entries(unzipSync(bytes)).map(([name, own]) => [
    names[name] ?? name,
    name === part ? strToU8(change(strFromU8(own))) : own,
  ]);
  return zipSync(Object.fromEntries(parts));
}

const plan = docx([
  paragraph("Recommendation 1", { style: "Heading2" }),
  paragraph("Know every child", { list: { id: "1" } }),
  table([row(headings), row(["MVH", "Make a list", "Clerk", "1 May 2026", "Green"])]),
]);

describe("the parts of a package", () => {
  it("are found by its lists of parts, whatever they are called", async () => {
    const list = "word/_rels/document.xml.rels";
    const others = { "word/styles.xml": "word/styles2.xml", "word/numbering.xml": "lists/one.xml" };
    const moved = changed(plan, others, list, (xml) =>
      xml.replace('"styles.xml"', '"styles2.xml"').replace('"numbering.xml"', '"../lists/one.xml"'),
    );
    expect(await readPlanDocument(moved)).toEqual(await readPlanDocument(plan));
  });

  it("are found so in a workbook too, from the root of the package", async () => {
    const book = xlsx(
      [
        sheet([
          headings,
          [
            "MVH",
            "Make a list",
            "Clerk",
            { value: 46_143, style: "date" },
            { value: "x", style: "green" },
          ],
        ]),
      ],
      {},
    );
    const moved = changed(
      book,
      { "xl/styles.xml": "looks.xml" },
      "xl/_rels/workbook.xml.rels",
      (xml) => xml.replace('"styles.xml"', '"/looks.xml"'),
    );
    const read = await readPlanDocument(moved);
    expect(read).toEqual(await readPlanDocument(book));
    expect(read.recommendations[0]?.actions[0]).toMatchObject({
      due: ["2026-05-01"],
      rating: "Green",
    });
  });

  it("are read once, however often they are named", async () => {
    const foot = `<Relationship Id="rId10" Type="${office}/footer" Target="./foot.xml"/>`;
    const feet = foot.repeat(20_000);
    const words = `<w:ftr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${paragraph("Draft for the board ".repeat(2_000))}</w:ftr>`;
    const named = changed(plan, {}, "word/_rels/document.xml.rels", (xml) =>
      xml.replace("</Relationships>", `${feet}</Relationships>`),
    );
    const { problems } = await readPlanDocument(
      zipSync({ ...unzipSync(named), "word/foot.xml": strToU8(words) }),
    );
    expect(problems.filter(({ where }) => where === "The foot of a page")).toHaveLength(1);
  });
});
