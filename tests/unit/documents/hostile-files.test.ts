import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { readPlanDocument } from "#documents/read-plan-document.ts";
import { UnreadableDocumentError } from "#documents/unreadable-document-error.ts";
import { docx, documentXml, paragraph, row, table } from "#tests/support/docx-builder.ts";

/** What is said of a file, and how long that took in milliseconds. */
async function refusal(bytes: Uint8Array, options?: Parameters<typeof readPlanDocument>[1]) {
  const begun = performance.now();
  const error: unknown = await readPlanDocument(bytes, options).then(
    () => undefined,
    (cause: unknown) => cause,
  );
  if (!(error instanceof UnreadableDocumentError)) throw new Error("It was not refused.");
  return { reason: error.reason, message: error.message, took: performance.now() - begun };
}

const withDocument = (xml: string) => docx([], { "word/document.xml": strToU8(xml) });

/** An old Office container that holds a stream of that name. */
function container(stream: string): Uint8Array {
  const name = Array.from(stream, (letter) => [letter.charCodeAt(0), 0]).flat();
  return Uint8Array.from([
    0xd0,
    0xcf,
    0x11,
    0xe0,
    0xa1,
    0xb1,
    0x1a,
    0xe1,
    ...Array(512).fill(0),
    ...name,
  ]);
}

describe("a file that cannot be a plan", () => {
  it.each([
    ["nothing at all", new Uint8Array(), "wrong-type"],
    ["a picture", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0), "wrong-type"],
    ["a PDF that is none inside", strToU8("%PDF-1.7\n…"), "corrupt"],
    ["rich text", strToU8("{\\rtf1\\ansi Plan}"), "wrong-type"],
    ["a document with a password", container("EncryptedPackage"), "protected"],
    ["a document of Word 2003", container("WordDocument"), "wrong-type"],
    ["a zip of something else", zipSync({ "notes.txt": strToU8("hello") }), "wrong-type"],
    ["a package that breaks off", docx([paragraph("Plan")]).slice(0, 900), "corrupt"],
    ["a package with broken bytes", scrambled(docx([paragraph("Plan ".repeat(500))])), "corrupt"],
    ["XML that does not close", withDocument("<w:document><w:body>"), "corrupt"],
    [
      "XML in no encoding",
      docx([], { "word/document.xml": Uint8Array.of(0x3c, 0xff, 0xfe) }),
      "corrupt",
    ],
    [
      "a package without a document",
      docx([], { "_rels/.rels": relationTo("word/none.xml") }),
      "corrupt",
    ],
  ] as const)("is refused where it is %s", async (_, bytes, reason) => {
    const said = await refusal(bytes);
    expect(said.reason).toBe(reason);
    expect(said.message).toMatch(/^[A-Z][^\n]+\.$/);
  });

  it("is refused where a workbook calls itself a document", async () => {
    const types = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`;
    expect(await refusal(docx([], { "[Content_Types].xml": strToU8(types) }))).toMatchObject({
      reason: "corrupt",
    });
  });
});

describe("a file made to do harm", () => {
  it("is refused where it declares entities, outside ones or those that multiply", async () => {
    const outside = `<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>${documentXml(paragraph("&amp;"))}`;
    const laughs = `<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><d>&b;</d>`;
    for (const xml of [outside, laughs]) {
      expect(await refusal(withDocument(xml.replace(/<\?xml.*?\?>/, "")))).toMatchObject({
        reason: "unsafe",
      });
    }
  });

  it("is refused where it uses an entity nobody declared", async () => {
    const xml = documentXml("<w:p><w:r><w:t>&secret;</w:t></w:r></w:p>");
    expect(await refusal(withDocument(xml))).toMatchObject({ reason: "corrupt" });
  });

  it("is refused where elements nest without end", async () => {
    const deep = `${"<w:sdt>".repeat(100_000)}${"</w:sdt>".repeat(100_000)}`;
    expect(await refusal(withDocument(documentXml(deep)))).toMatchObject({ reason: "too-deep" });
  });

  it("is refused where a small file unpacks to a huge one", async () => {
    const bomb = docx([], { "word/document.xml": [new Uint8Array(60_000_000), { level: 1 }] });
    const said = await refusal(bomb);
    expect(said.reason).toBe("too-large");
    expect(said.took).toBeLessThan(1_000);
  });

  it("is refused where it lies about the size it unpacks to", async () => {
    const bytes = docx([], { "word/document.xml": [new Uint8Array(50_000_000), { level: 9 }] });
    const said = await refusal(declaringSize(bytes, 50_000_000, 1_000));
    expect(said.reason).toBe("too-large");
    expect(said.took).toBeLessThan(2_000);
  });

  it("is refused where its table is 50 MB of XML", async () => {
    const one = row(["MVH", "Make a list of children", "Clerk", "1 May 2026", "Begun in March"]);
    const rows = Array.from(
      { length: Math.ceil(50_000_000 / one.length) },
      (_, at) => `${one}<!--${at * 7919}-->`,
    );
    const said = await refusal(docx([table(rows)]));
    expect(said.reason).toBe("too-large");
    expect(said.took).toBeLessThan(5_000);
  });

  it("is refused where it holds thousands of parts, or is beyond the size allowed", async () => {
    const parts = Object.fromEntries(
      Array.from({ length: 6_000 }, (_, at) => [`word/media/${at}.xml`, new Uint8Array()]),
    );
    expect(await refusal(docx([], parts))).toMatchObject({ reason: "too-large" });
    const small = { limits: { fileBytes: 1_000 } };
    expect(await refusal(docx([]), small)).toMatchObject({ reason: "too-large" });
  });

  it.each([
    ["a text", strToU8("Lead\n".repeat(21))],
    ["a web page", strToU8(`<html><body>${"<p>Lead</p>".repeat(41)}</body></html>`)],
    ["a Word document", docx(Array<string>(21).fill(paragraph("Lead")))],
  ])("is refused where %s has more lines than a document could have", async (_, bytes) => {
    expect(await refusal(bytes, { limits: { lines: 20 } })).toMatchObject({
      reason: "too-large",
      message: "The file has more than 20 lines and was not read.",
    });
  });

  it("is read without its macros, and without anything it links to", async () => {
    const body = [
      paragraph("Recommendation 1", { style: "Heading2" }),
      table([row(["Agency", "Action", "Date"]), row(["MVH", "Make a list", "1 May 2026"])]),
    ];
    const types = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>`;
    const links = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="http://elsewhere.example/evil.dotm" TargetMode="External"/></Relationships>`;
    const { recommendations } = await readPlanDocument(
      docx(body, {
        "[Content_Types].xml": strToU8(types),
        "word/vbaProject.bin": Uint8Array.of(1, 2, 3),
        "word/_rels/document.xml.rels": strToU8(links),
      }),
    );
    expect(recommendations[0]?.actions).toHaveLength(1);
  });

  it("cannot make a pattern run away", async () => {
    const lines = [
      `Review ${"1 ".repeat(20_000)}`,
      `(See ${"1.1 ".repeat(12_000)}x)`,
      `published ${"14 July ".repeat(5_000)}`,
      `${"Marl, ".repeat(8_000)}should:`,
      `Recommendation 1${".1".repeat(10_000)}x`,
      `(see ${"1".repeat(2_000)}x`,
      `(paragraphs ${"1    ".repeat(2_000)}x`,
      `review ${"end of ".repeat(2_000)}`,
    ];
    const begun = performance.now();
    await readPlanDocument(
      docx([
        paragraph("Recommendation 1", { style: "Heading2" }),
        ...lines.map((line) => paragraph(line, { bold: true })),
        table([row(["Agency", "Action", "Date"]), ...lines.map((line) => row([line, line, line]))]),
      ]),
    );
    expect(performance.now() - begun).toBeLessThan(5_000);
  });

  it("cannot make a page of HTML one that is read for ever", async () => {
    const begun = performance.now();
    await readPlanDocument(strToU8(`<html>${"<head ".repeat(500_000)}</html>`)).catch(() => {});
    expect(performance.now() - begun).toBeLessThan(5_000);
  });

  it("is refused where the tables of a Word document have more cells than any plan", async () => {
    const many = docx([table([row(["one", "two"]), row(["three", "four"])])]);
    expect(await refusal(many, { limits: { cells: 3 } })).toMatchObject({
      reason: "too-large",
      message: "The tables of the document have more than 3 cells and were not read.",
    });
  });
});

function relationTo(target: string): Uint8Array {
  return strToU8(
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="${target}"/></Relationships>`,
  );
}

/** The same file with its packed contents overwritten, its list of contents left whole. */
function scrambled(bytes: Uint8Array): Uint8Array {
  return bytes.map((byte, at) => (at > 60 && at < bytes.length - 600 ? byte ^ 0x5a : byte));
}

/** The same file with every "this unpacks to `size`" replaced. */
function declaringSize(bytes: Uint8Array, size: number, instead: number): Uint8Array {
  const changed = bytes.slice();
  const view = new DataView(changed.buffer);
  for (let at = 0; at + 4 <= changed.length; at += 1) {
    if (view.getUint32(at, true) === size) view.setUint32(at, instead, true);
  }
  return changed;
}
