import { planInShort } from "#tab/import/plan-in-short.ts";
import { noChoices, reviewGroups, withDecision } from "#tab/import/review-rows.ts";
import { countRows, shownRows } from "#tab/import/shown-rows.ts";
import { describe, expect, it } from "vitest";

const groups = reviewGroups({
  recommendations: ["1.1", "1.2"].map((ref) => ({
    ref,
    addressees: ["Fenland Integrated Care Board (ICB)"],
    text: `Recommendation ${ref}`,
    paragraphs: [],
    actions: [
      { agencies: ["ICB"], text: "Read.", leads: ["Matron"], due: ["2027-05-01"] },
      {
        agencies: [],
        text: "Twice.",
        leads: ["Matron"],
        due: ref === "1.1" ? ["2027-05-01", "2027-06-01"] : ["2027-05-01"],
      },
    ],
  })),
});
const keysOf = (
  ...[shown, leftOut = new Set()]: readonly [Parameters<typeof shownRows>[1], ReadonlySet<string>?]
) => shownRows(groups, shown, leftOut).map(({ key }) => key);

describe("the rows of a review", () => {
  it("are each recommendation and then its actions", () => {
    expect(keysOf("all")).toEqual(["r0", "r0.a0", "r0.a1", "r1", "r1.a0", "r1.a1"]);
  });

  it("are those with something to decide or to know, under their recommendations", () => {
    expect(keysOf("decide")).toEqual(["r0", "r0.a1"]);
    expect(keysOf("know")).toEqual(["r0", "r0.a1", "r1", "r1.a1"]);
    expect([
      countRows(groups, "all"),
      countRows(groups, "decide"),
      countRows(groups, "know"),
    ]).toEqual([4, 1, 2]);
  });

  it("are those that are left out, a recommendation without its actions too", () => {
    expect(keysOf("left-out", new Set(["r0.a0", "r1"]))).toEqual(["r0", "r0.a0", "r1"]);
  });
});

describe("what a document becomes, in short", () => {
  it("counts what is not left out, and names its agencies in full", () => {
    const short = planInShort(groups, noChoices);
    expect(short).toMatchObject({ recommendations: 2, actions: 4 });
    expect(short.agencies).toEqual([
      { shortName: "ICB", name: "Fenland Integrated Care Board", otherNames: [] },
    ]);
    const left = withDecision(noChoices, "r0", { what: "leftOut", answer: true });
    const both = withDecision(left, "r1.a0", { what: "leftOut", answer: true });
    expect(planInShort(groups, both)).toMatchObject({ recommendations: 1, actions: 1 });
  });

  it("has the agency that a person gave a row, until they take it back", () => {
    const given = withDecision(noChoices, "r0.a1", { what: "agency", answer: "Trust" });
    expect(planInShort(groups, given).agencies.map(({ shortName }) => shortName)).toEqual([
      "ICB",
      "Trust",
    ]);
    const back = withDecision(given, "r0.a1", { what: "agency", answer: undefined });
    expect(planInShort(groups, back).agencies).toHaveLength(1);
  });
});
