import { strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { readPlanDocument } from "#documents/read-plan-document.ts";
import { docx, row, table } from "#tests/support/docx-builder.ts";
import { sheet, xlsx } from "#tests/support/xlsx-builder.ts";

const namespace = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`;
const headings = ["Agency", "Action", "Lead officer", "Date"];
const honest = ["MVH", "Make a list", "Clerk", "1 May 2026"];

/** What is read of three points of a list whose levels are these. */
async function textOfList(levels: string) {
  const numbering = `<w:numbering ${namespace}><w:abstractNum w:abstractNumId="0">${levels}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;
  const point = `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>Keep the list</w:t></w:r></w:p>`;
  const { problems } = await readPlanDocument(
    docx([point.repeat(3)], { "word/numbering.xml": strToU8(numbering) }),
  );
  return problems.map(({ what }) => what).join("\n");
}

function refused(message: RegExp) {
  return { code: "unreadable-document", message: expect.stringMatching(message) };
}

describe("a Word document made to do harm", () => {
  it("is read where its lists begin below one or have levels that no list has", async () => {
    const below = `<w:lvl w:ilvl="0"><w:start w:val="-100"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1"/></w:lvl>`;
    expect(await textOfList(below)).toContain("-99 Keep the list");
    const far = `<w:lvl w:ilvl="4294967295"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1"/></w:lvl>`;
    expect(await textOfList(far)).toContain("Keep the list");
  });

  it("prints no more of a number than stands before a point", async () => {
    const long = `<w:lvl w:ilvl="0"><w:lvlText w:val="${"%1.".repeat(100_000)}"/></w:lvl>`;
    expect((await textOfList(long)).length).toBeLessThan(1_000);
  });

  it("is read where a sign has no code that exists", async () => {
    const sign = `<w:p><w:r><w:sym w:char="-5"/><w:t>Keep the list</w:t></w:r></w:p>`;
    await expect(readPlanDocument(docx([sign]))).resolves.toBeDefined();
  });

  it("is read where fields begin in fields without end", async () => {
    const field = `<w:r><w:fldChar w:fldCharType="begin"/><w:t>x</w:t></w:r>`;
    const { problems } = await readPlanDocument(docx([`<w:p>${field.repeat(49_000)}</w:p>`]));
    expect(JSON.stringify(problems)).toContain("xxxx");
  });

  it("is refused where one row has more cells than any table", async () => {
    const cells = `<w:tc><w:p/></w:tc>`.repeat(300);
    await expect(readPlanDocument(docx([table([`<w:tr>${cells}</w:tr>`])]))).rejects.toMatchObject(
      refused(/^A table of the file has more than 256 columns .*\.$/),
    );
  });

  it.each([
    ["Word", docx(Array<string>(4).fill(table([row(headings), row(honest)])))],
    [
      "Markdown",
      strToU8(
        "| a | b | c |\n|---|---|---|\n| 1 | 2 | 3 |\n\nand then\n\n<table><tr><td>a</td></tr></table>\n".repeat(
          4,
        ),
      ),
    ],
  ])("is refused in %s where it has more tables than a document could have", async (_, bytes) => {
    await expect(readPlanDocument(bytes, { limits: { tables: 3 } })).rejects.toMatchObject(
      refused(/^The file has more than 3 tables and was not read\.$/),
    );
  });
});

describe("a workbook made to do harm", () => {
  it("is read once where its list of sheets names one part again and again", async () => {
    const one = unzipSync(xlsx([sheet([headings, honest])]));
    const list = new TextDecoder().decode(one["xl/workbook.xml"]);
    const again = list.replace(/<sheet .*?\/>/, (entry) => entry.repeat(50));
    const { recommendations } = await readPlanDocument(
      zipSync({ ...one, "xl/workbook.xml": strToU8(again) }),
    );
    expect(recommendations.flatMap(({ actions }) => actions)).toHaveLength(1);
  });

  it.each([
    ["rows", (rows: string) => `<sheetData>${rows}</sheetData>`, "<row/>"],
    ["elements that nobody knows", (rest: string) => rest, "<a/>"],
  ])("is refused where it has millions of %s with nothing in them", async (_, around, one) => {
    const main = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`;
    const xml = `<worksheet ${main}>${around(one.repeat(2_000_000))}</worksheet>`;
    await expect(readPlanDocument(xlsx([{ xml }]))).rejects.toMatchObject(
      refused(/^A part of the file has more than 1000000 elements and was not read\.$/),
    );
  });

  it("is refused where its cells share a text so long that together they are endless", async () => {
    const one = unzipSync(xlsx([sheet([headings])]));
    const main = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`;
    const rows = `<row>${`<c t="s"><v>0</v></c>`.repeat(4)}</row>`.repeat(800);
    const book = zipSync({
      ...one,
      "xl/worksheets/sheet1.xml": strToU8(
        `<worksheet ${main}><sheetData>${rows}</sheetData></worksheet>`,
      ),
      "xl/sharedStrings.xml": strToU8(
        `<sst ${main}><si><t>${"The list is kept. ".repeat(1_000)}</t></si></sst>`,
      ),
    });
    await expect(readPlanDocument(book)).rejects.toMatchObject(
      refused(/^The cells of the workbook hold more than 32 million characters .*\.$/),
    );
  });
});

describe("a page of HTML made to do harm", () => {
  it.each(["<div>", "<span>", "<ul><li>", "<table><tr><td>", "<b>"])(
    "is refused before it is parsed where %s nests without end",
    async (tag) => {
      const deep = strToU8(`<html><body>${tag.repeat(20_000)}`);
      await expect(readPlanDocument(deep)).rejects.toMatchObject({ reason: "too-deep" });
    },
  );

  it("is refused where what it leaves open comes back in each of its paragraphs", async () => {
    const open = Array.from({ length: 190 }, (_, at) => `<b id=${at}>`).join("");
    const page = strToU8(`<html><body><p>${open}</p>${"<p>x</p>".repeat(29_000)}</body></html>`);
    await expect(readPlanDocument(page)).rejects.toMatchObject(
      refused(/^A part of the file has more than 1000000 elements and was not read\.$/),
    );
  });

  it("is read where it leaves some elements open", async () => {
    const page = `<html><body>${"<font><b>".repeat(20)}<p>The list is kept.</p></body></html>`;
    const { problems } = await readPlanDocument(strToU8(page));
    expect(JSON.stringify(problems)).toContain("The list is kept.");
  });
});
