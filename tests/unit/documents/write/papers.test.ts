import { describe, expect, it } from "vitest";
import { samplePlan } from "#cli/sample/sample-plan.ts";
import { writeBoardCover } from "#documents/write/write-board-cover.ts";
import { writeHighlightReport } from "#documents/write/write-highlight-report.ts";
import { writeScrutinyPack } from "#documents/write/write-scrutiny-pack.ts";
import { planChanges } from "#plan/changes.ts";
import type { IsoDate } from "#plan/iso-date.ts";
import { highlightReport, scrutinyPack } from "#plan/papers.ts";
import { planOnDate, type WholePlan } from "#plan/plan-on-date.ts";
import type { Entry } from "#plan/record.ts";
import { wholePlanOf } from "#tests/support/a-whole-plan.ts";
import { partOf } from "#tests/support/package-parts.ts";

const sample = wholePlanOf(samplePlan("2026-11-21"));

function report(whole: WholePlan = sample, since: IsoDate = "2026-05-01") {
  const [before, after] = [planOnDate(whole, since), planOnDate(whole, "2026-11-21")];
  const definitions = {
    begun: "2025-11-17T09:00:00Z",
    recommendations: new Map(),
    actions: new Map(),
  };
  const { record } = whole;
  const changes = planChanges({ before, after, record, definitions });
  return highlightReport({ before, after, changes, record });
}

const textsIn = (xml: string) =>
  xml
    .split("</w:p>")
    .map((each) => [...each.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text))
    .map((texts) => texts.join(""))
    .filter(Boolean);

const headingsIn = (xml: string, style: string) =>
  xml
    .split("</w:p>")
    .filter((each) => each.includes(`<w:pStyle w:val="${style}"/>`))
    .flatMap(textsIn);

describe("a highlight report", () => {
  it("has headings, table headings and a language that a screen reader knows", async () => {
    const bytes = await writeHighlightReport(report());
    const xml = partOf(bytes, "word/document.xml");
    expect(headingsIn(xml, "Heading1")).toEqual([
      "Rating by agency",
      "Past the due date: 2",
      expect.stringMatching(/^Agreed by the peer-challenge group: \d+$/),
      "Closed: 7",
      "Challenge",
      "What the assurance checks found",
    ]);
    expect(xml.match(/<w:tblHeader/g)).toHaveLength(1);
    expect(partOf(bytes, "word/styles.xml")).toMatch(/<w:lang [^>]*w:val="en-GB"/);
  });

  it("has a chart that says its numbers to whoever cannot see it, and letters beside its colours", async () => {
    const bytes = await writeHighlightReport(report());
    const [, said = ""] = /descr="([^"]*)"/.exec(partOf(bytes, "word/document.xml")) ?? [];
    expect(said).toMatch(/^ICB: 1 Blue, 3 Green, 5 Amber\. MVHT: 5 Blue/);
    expect(partOf(bytes, "word/charts/chart1.xml")).toContain("&quot;G &quot;0");
  });

  it("counts what has no room, so that it stays a page", async () => {
    const made = report();
    const texts = textsIn(partOf(await writeHighlightReport(made), "word/document.xml"));
    expect(made.agreed.length).toBeGreaterThan(5);
    expect(texts).toContain(`And ${made.agreed.length - 4} more.`);
    expect(Math.max(...texts.slice(3).map((text) => text.length))).toBeLessThan(400);
  });

  it("tells the smallest of many agencies together, none of their actions lost", async () => {
    const made = report();
    const [first] = made.agencies;
    if (!first) throw new Error("The sample plan has agencies.");
    const agencies = Array.from({ length: 11 }, (_, index) => ({
      ...first,
      agency: { ...first.agency, shortName: `A${index}` },
      all: index + 1,
      counts: new Map([["green", index + 1]]),
    }));
    const texts = textsIn(
      partOf(await writeHighlightReport({ ...made, agencies }), "word/document.xml"),
    );
    const at = texts.indexOf("4 other agencies");
    expect(texts.slice(at, at + 7)).toEqual(["4 other agencies", "0", "10", "0", "0", "0", "10"]);
    expect(texts).toContain("A4");
    expect(texts).not.toContain("A3");
  });

  it("says so where nothing happened", async () => {
    const quiet = report({ ...sample, record: [] });
    const texts = textsIn(partOf(await writeHighlightReport(quiet), "word/document.xml"));
    expect(texts.join(" ")).toContain("Since 1 May 2026, 0 changed");
    expect(texts.join(" ")).toContain("0 dates moved later, 0 closed.");
    expect(
      headingsIn(partOf(await writeHighlightReport(quiet), "word/document.xml"), "Heading1"),
    ).not.toContain("Closed: 0");
  });
});

/** The sample's record with each answer beside the question that it answers. */
function answered(): readonly Entry[] {
  const asked = new Map(
    sample.record.flatMap((entry) =>
      entry.type === "challenge" ? [[entry.actionId, entry.id] as const] : [],
    ),
  );
  return sample.record.map((entry) =>
    entry.type === "update" && entry.kind === "response"
      ? { ...entry, challengeId: asked.get(entry.actionId) }
      : entry,
  );
}

describe("a scrutiny pack", () => {
  const plan = planOnDate(sample, "2026-11-21");

  it("has each question with its answer, dates, and the ratings claimed and agreed", async () => {
    const pack = scrutinyPack(plan, answered());
    expect(pack.parts.flatMap(({ questions }) => questions)).toHaveLength(6);
    const xml = partOf(await writeScrutinyPack(pack), "word/document.xml");
    const texts = textsIn(xml);
    expect(texts).toContain(
      "Nine answers are too few to act on. How will you reach those who did not answer, and those who left before they were seen?",
    );
    expect(texts.join("\n")).toMatch(/\d{4}.*: The crisis nurse now rings at day 10/);
    expect(texts.join("\n")).toMatch(/claimed Amber, \d+ \w+ 2026\nagreed Amber, \d+ \w+ 2026/);
    expect(xml.match(/<w:tblHeader/g)).toHaveLength(pack.parts.length);
  });

  it("says what was not answered, and that an agency without an action is rated nothing", async () => {
    const [question] = sample.record.flatMap((entry) =>
      entry.type === "challenge" ? [entry] : [],
    );
    if (!question) throw new Error("The sample plan has questions.");
    const { actionId: _, ...whole } = question;
    const record = [{ ...whole, agency: "Nobody" }];
    const pack = scrutinyPack(planOnDate({ ...sample, record }, "2026-11-21"), record);
    const texts = textsIn(partOf(await writeScrutinyPack(pack), "word/document.xml"));
    expect(texts).toContain("Not answered yet.");
    expect(texts).toContain("Nobody has no action under it: nothing is rated");
  });

  it("has only the questions since a day where one is said, and says when there is none", async () => {
    const pack = scrutinyPack(plan, sample.record, "2026-11-20");
    expect(pack.parts).toEqual([]);
    const texts = textsIn(partOf(await writeScrutinyPack(pack), "word/document.xml"));
    expect(texts).toContain("No question was put to an agency since 20 November 2026.");
  });
});

describe("a board's cover sheet", () => {
  it("has the fields that are known and leaves out those that are not", async () => {
    const texts = textsIn(partOf(await writeBoardCover(report()), "word/document.xml"));
    for (const field of [
      "Regulator",
      "Report published",
      "Sent to the regulator",
      "The board is asked to",
    ])
      expect(texts).toContain(field);
    const bare = {
      ...sample,
      plan: { ...sample.plan, published: undefined, submitted: undefined },
    };
    const fewer = textsIn(partOf(await writeBoardCover(report(bare)), "word/document.xml"));
    expect(fewer).not.toContain("Report published");
    expect(fewer).toContain("Not sent yet");
  });

  it("takes what people typed as text", async () => {
    const hostile = { ...sample, plan: { ...sample.plan, regulator: 'A & B <w:p/> "C"\u0000' } };
    const xml = partOf(await writeBoardCover(report(hostile)), "word/document.xml");
    expect(xml).toContain("A &amp; B &lt;w:p/&gt;");
    expect(xml).not.toContain("\u0000");
  });
});

describe("each paper, to somebody who listens to it", () => {
  it.each([
    ["highlight report", () => writeHighlightReport(report())],
    [
      "scrutiny pack",
      () => writeScrutinyPack(scrutinyPack(planOnDate(sample, "2026-11-21"), answered())),
    ],
    ["board cover sheet", () => writeBoardCover(report())],
  ])(
    "the %s has a title, a language, headings in order, and a heading row in each table",
    async (_, write) => {
      const bytes = await write();
      const xml = partOf(bytes, "word/document.xml");
      expect(partOf(bytes, "docProps/core.xml")).toMatch(/<dc:title>[^<]+<\/dc:title>/);
      expect(partOf(bytes, "word/styles.xml")).toContain('<w:lang w:val="en-GB"');
      const styles = [...xml.matchAll(/<w:pStyle w:val="(Title|Heading\d)"/g)].map(
        ([, name]) => name,
      );
      expect(styles[0]).toBe("Title");
      expect(new Set(styles.slice(1))).toEqual(new Set(["Heading1"]));
      expect(xml.match(/<w:tblHeader/g)?.length).toBe(xml.match(/<w:tbl>/g)?.length);
      for (const [drawing] of xml.matchAll(/<wp:docPr [^>]*>/g))
        expect(drawing).toMatch(/descr="[^"]+"/);
    },
  );
});
