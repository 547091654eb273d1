import { describe, expect, it } from "vitest";
import { readPlanDocument } from "#documents/read-plan-document.ts";
import { writeWordPlan } from "#documents/write/write-word-plan.ts";
import { aDisputedRecord, aPlanToWrite, theSamplePlan } from "#tests/support/a-plan-to-write.ts";
import { partOf } from "#tests/support/package-parts.ts";

const documentOf = async (plan = aPlanToWrite()) => {
  const bytes = await writeWordPlan(plan, { pageNumbers: false });
  return partOf(bytes, "word/document.xml");
};

const textsOf = (xml: string) =>
  [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text);

const linesOf = (xml: string) =>
  xml.split("</w:p>").map((paragraph) => textsOf(paragraph).join(""));

const rowsOf = (xml: string) => xml.match(/<w:tr>.*?<\/w:tr>/gs) ?? [];

const rowWith = (xml: string, words: string) =>
  rowsOf(xml).find((row) => row.includes(words)) ?? "";

describe("the plan in Word", () => {
  it("lists each recommendation in its contents with the page it begins on", async () => {
    const xml = partOf(await writeWordPlan(aPlanToWrite()), "word/document.xml");
    const entries = xml.split("</w:p>").filter((paragraph) => paragraph.includes('"TOC'));
    expect(entries.map((entry) => textsOf(entry).join("|"))).toEqual([
      "Rating key|3",
      "Recommendations and actions|4",
      "Recommendation 1.1|4",
    ]);
    // Outside of a table of contents, so that LibreOffice reckons the page itself.
    expect(xml).not.toContain("TOC \\");
    for (const entry of entries) {
      const [, mark = ""] = /PAGEREF (\w+)/.exec(entry) ?? [];
      expect(entry).toContain(`w:anchor="${mark}"`);
      expect(xml).toContain(`<w:bookmarkStart w:name="${mark}"`);
    }
  }, 30_000);

  it("keeps what evidence is anticipated on the page of the last action", async () => {
    const recommendation = { anticipatedEvidence: "A register." };
    const xml = await documentOf(aPlanToWrite({ recommendation }));
    const paragraphs = rowWith(xml, "Train the nurses.").split("</w:p>").slice(0, -1);
    expect(paragraphs.filter((each) => each.includes('"InTableKept"'))).toHaveLength(
      paragraphs.length,
    );
    expect(rowWith(xml, "A register.")).not.toContain("InTableKept");
    const high = aPlanToWrite({ recommendation, action: { text: "Train. ".repeat(500) } });
    expect(rowWith(await documentOf(high), "Train. Train.")).not.toContain("InTableKept");
  });

  it("says that a recommendation has no action yet, and reads none back", async () => {
    const { recommendations, ...plan } = aPlanToWrite();
    const bare = recommendations.map((each) => ({ ...each, actions: [] }));
    const bytes = await writeWordPlan({ ...plan, recommendations: bare }, { pageNumbers: false });
    const said = "No action is recorded under this recommendation yet.";
    expect(textsOf(partOf(bytes, "word/document.xml"))).toContain(said);
    const read = await readPlanDocument(bytes, { kind: "plan" });
    expect(read.recommendations).toEqual([
      { ref: "1.1", text: "Train everybody.", addressees: [], paragraphs: [], actions: [] },
    ]);
    expect(read.problems).toEqual([]);
  });

  it("prints a long outcome once, and a short one on each page of its table", async () => {
    const long = "Staff know what to do. ".repeat(60).trim();
    const xml = await documentOf(aPlanToWrite({ recommendation: { outcome: long } }));
    expect(rowWith(xml, long)).toBe("");
    expect(textsOf(xml)).toContain(long);
  });

  it("reads back with nothing lost or misunderstood, the sample plan's record and all", async () => {
    const bytes = await writeWordPlan(theSamplePlan(), { pageNumbers: false });
    const { recommendations, problems } = await readPlanDocument(bytes);
    expect(recommendations).toHaveLength(12);
    expect(recommendations.flatMap(({ actions }) => actions)).toHaveLength(45);
    expect(problems.filter(({ what }) => what.startsWith("Not "))).toEqual([]);
  });

  it("tells who hears the document what each table holds", async () => {
    const described = (await documentOf()).match(/<w:tblDescription w:val="[^"]+"/g) ?? [];
    expect(described.at(-1)).toContain("The actions under recommendation 1.1");
    expect(described).toHaveLength(((await documentOf()).match(/<w:tbl>/g) ?? []).length);
  });

  it("shades a rating and says its letter and name", async () => {
    const xml = await documentOf(aPlanToWrite({ record: aDisputedRecord.slice(0, 1) }));
    const row = rowWith(xml, "Train the nurses.");
    expect(row).toContain('w:fill="0070C0"');
    expect(textsOf(row).slice(-2)).toEqual(["B", "Blue"]);
  });

  it("shows the agreed rating, and the agency's where it differs", async () => {
    const row = rowWith(
      await documentOf(aPlanToWrite({ record: aDisputedRecord })),
      "Train the nurses.",
    );
    expect(textsOf(row).slice(-4)).toEqual(["A", "Amber", "agreed", "Agency: Blue"]);
    expect(row).toContain('w:fill="FFC000"');
  });

  it("says what was said, by whom and when, and the date the group agreed", async () => {
    const row = rowWith(
      await documentOf(aPlanToWrite({ record: aDisputedRecord })),
      "Train the nurses.",
    );
    expect(linesOf(row)).toEqual(
      expect.arrayContaining([
        "30 June 2026",
        "Agreed: 30 September 2026",
        "2 March 2026, Trust (Named Nurse): All trained. Proposed Blue. Evidence: Register (activity).",
        "9 March 2026, peer-challenge group (Named Nurse): Agreed Amber. Nobody asked what changed.",
      ]),
    );
  });

  it("leads from a piece of evidence to where it is, and nowhere but to https", async () => {
    const [update] = aDisputedRecord;
    if (update?.type !== "update") throw new Error("The record begins with an update.");
    const evidence = [
      ...update.evidence,
      { name: "Other", url: "javascript:alert(1)", kind: "impact" as const },
    ];
    const bytes = await writeWordPlan(aPlanToWrite({ record: [{ ...update, evidence }] }), {
      pageNumbers: false,
    });
    const relations = partOf(bytes, "word/_rels/document.xml.rels");
    expect(relations).toContain('Target="https://evidence.example/register" TargetMode="External"');
    expect(relations).not.toContain("javascript");
    expect(partOf(bytes, "word/document.xml")).toContain("Other (impact)");
  });

  it("leaves an unrated action unshaded and says so", async () => {
    const row = rowWith(await documentOf(), "Train the nurses.");
    expect(textsOf(row).slice(-2)).toEqual(["–", "Not rated"]);
    expect(row).not.toContain("w:shd");
  });

  it("repeats outcome and headings on each page, and keeps short rows whole", async () => {
    const plan = aPlanToWrite({ recommendation: { outcome: "Staff know what to do." } });
    const xml = await documentOf(plan);
    for (const words of ["Staff know what to do.", "Lead officers and key personnel"]) {
      expect(rowWith(xml, words)).toContain("<w:tblHeader/>");
    }
    expect(rowWith(xml, "Train the nurses.")).toContain("<w:cantSplit/>");
    expect(rowWith(xml, "Train the nurses.")).not.toContain("<w:tblHeader/>");
  });

  it("lets a row break that would not fit on a page", async () => {
    const xml = await documentOf(aPlanToWrite({ action: { text: "Train. ".repeat(500) } }));
    expect(rowWith(xml, "Train. Train.")).not.toMatch(/<w:cantSplit\/>/);
  });

  it("is landscape A4 with its title, language and page numbers where programs look for them", async () => {
    const bytes = await writeWordPlan(aPlanToWrite({ title: "Plan of Marlshire" }), {
      pageNumbers: false,
    });
    expect(partOf(bytes, "docProps/core.xml")).toContain("<dc:title>Plan of Marlshire</dc:title>");
    expect(partOf(bytes, "word/styles.xml")).toContain('<w:lang w:val="en-GB"');
    expect(partOf(bytes, "word/document.xml")).toMatch(
      /<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/,
    );
    const footers = [1, 2].map((index) => partOf(bytes, `word/footer${index}.xml`)).join("");
    expect(footers).toContain("NUMPAGES");
  });

  it("has columns for milestones and notes only where an action has some", async () => {
    expect(textsOf(await documentOf())).not.toContain("Milestones and measures");
    const xml = await documentOf(aPlanToWrite({ action: { outcomeMeasure: "Nine in ten." } }));
    expect(textsOf(xml)).toContain("Milestones and measures");
    expect(textsOf(xml)).not.toContain("Notes");
  });
});
