import type { DocumentAction, PlanDocument } from "#documents/plan-document.ts";
import { isoDate } from "#plan/iso-date.ts";
import { decided, noChoices, refusedKeys, reviewGroups } from "#tab/import/review-rows.ts";
import { describe, expect, it } from "vitest";

function anAction(of: Partial<DocumentAction> = {}): DocumentAction {
  return {
    agency: "Trust",
    agencies: ["Trust"],
    text: "Audit ten records.",
    leads: ["Named Nurse"],
    dueText: "31 August 2026",
    due: ["2026-08-31"],
    ...of,
  };
}

function aDocument(...actions: readonly DocumentAction[]): PlanDocument {
  return {
    kind: "plan",
    plan: {},
    recommendations: [{ ref: "1.1", addressees: [], text: "Train.", paragraphs: [], actions }],
    findings: [],
    questions: [],
    problems: [],
  };
}

const problemsOf = (action: DocumentAction) =>
  reviewGroups(aDocument(action))[0]?.actions[0]?.problems.map(({ level, what }) => [level, what]);

describe("a row of an imported document", () => {
  it("has nothing to check where everything can be read", () => {
    expect(problemsOf(anAction())).toEqual([]);
  });

  it.each<[string, Partial<DocumentAction>, string[][]]>([
    ["two dates", { due: ["2026-10-31", "2027-04"] }, [["decide", "Two dates"]]],
    ["words for a date", { due: [], dueText: "In due course" }, [["know", "No date can be read"]]],
    ["no date", { due: [], dueText: "" }, [["know", "No date"]]],
    ["no lead", { leads: [] }, [["know", "No lead"]]],
    ["no agency", { agencies: [] }, [["know", "No agency"]]],
    [
      "an NHS number",
      { progress: "Baby 943 476 5919 seen." },
      [["left-out", "May identify a patient"]],
    ],
    ["a birthday", { progress: "DOB 03/04/2009" }, [["know", "There seems to be a date of birth"]]],
  ])("with %s says so", (_name, of, problems) => {
    expect(problemsOf(anAction(of))).toEqual(problems);
  });

  it("is due at the end of the last month that is printed", () => {
    const [group] = reviewGroups(aDocument(anAction({ due: ["2027-02", "2026-10-31"] })));
    expect(group?.actions[0]?.due).toBe("2027-02-28");
  });
});

describe("what was decided", () => {
  const document = aDocument(
    anAction(),
    anAction({ due: ["2026-10-31", "2027-04-30"] }),
    anAction({ text: "See 943 476 5919." }),
  );

  it("is the whole document where nothing was", () => {
    expect(decided(document, noChoices)).toEqual(document);
  });

  it("leaves out the rows that are refused, and has the chosen day", () => {
    const leftOut = refusedKeys(reviewGroups(document));
    const chosen = new Map([["r0.a1", isoDate("2026-10-31")]]);
    const taken = decided(document, { ...noChoices, leftOut, due: chosen });
    expect(taken.recommendations[0]?.actions.map(({ due }) => due)).toEqual([
      ["2026-08-31"],
      ["2026-10-31"],
    ]);
  });

  it("has the day and the agency that were given where none was read", () => {
    const { agency: _nobody, ...said } = anAction({ due: [], dueText: "Soon", agencies: [] });
    const bare = aDocument(said);
    const taken = decided(bare, {
      ...noChoices,
      due: new Map([["r0.a0", isoDate("2027-05-31")]]),
      agency: new Map([["r0.a0", "Fenland Trust"]]),
    });
    expect(taken.recommendations[0]?.actions[0]).toMatchObject({
      due: ["2027-05-31"],
      dueText: "Soon",
      agency: "Fenland Trust",
      agencies: ["Fenland Trust"],
    });
  });

  it("leaves a recommendation out with its actions", () => {
    expect(decided(document, { ...noChoices, leftOut: new Set(["r0"]) }).recommendations).toEqual(
      [],
    );
  });

  it("leaves out a finding of its report that has an NHS number in it, and says so", () => {
    const sound = { paragraph: "1.1", text: "The list is old.", recommendations: [] };
    const named = { ...sound, paragraph: "1.2", text: "Seen: 943 476 5919" };
    const taken = decided({ ...aDocument(), findings: [sound, named] }, noChoices);
    expect(taken.findings).toEqual([sound]);
    expect(taken.problems).toMatchObject([{ where: "Paragraph 1.2" }]);
  });
});
