import { describe, expect, it } from "vitest";
import type { DocumentAction, PlanDocument } from "#documents/plan-document.ts";
import { toNewPlan } from "#documents/to-new-plan.ts";

const anAction = (more: Partial<DocumentAction> = {}): DocumentAction => ({
  agency: "ICB / Trust",
  agencies: ["ICB", "Trust"],
  text: "Write the pathway.",
  leads: ["Chair"],
  due: [],
  ...more,
});

const aDocument = (
  more: Partial<PlanDocument> = {},
  ...actions: DocumentAction[]
): PlanDocument => ({
  plan: {},
  recommendations: [
    {
      ref: "2.1",
      addressees: ["Marlshire Integrated Care Board (ICB)"],
      text: "Do it.",
      paragraphs: ["3.1"],
      actions,
    },
  ],
  findings: [],
  questions: [],
  problems: [],
  ...more,
});

const theActions = (document: PlanDocument) =>
  toNewPlan(document, "file").plan.recommendations.flatMap((each) => each.actions);

describe("a document as a plan", () => {
  it("is called by its file where it has no title", () => {
    expect(toNewPlan(aDocument(), "plan-2026").plan.plan.title).toBe("plan-2026");
  });

  it("has the agencies that act, with their whole names where the report gives them", () => {
    expect(toNewPlan(aDocument({}, anAction()), "file").plan.agencies).toEqual([
      { shortName: "ICB", name: "Marlshire Integrated Care Board", otherNames: [] },
      { shortName: "Trust", name: "Trust", otherNames: [] },
    ]);
  });

  it("takes the last of several dates, and a month's last day, and keeps what was printed", () => {
    const [two, month, none] = theActions(
      aDocument(
        {},
        anAction({ due: ["2015-10-31", "2016-04-30"], dueText: "31 October 2015 / 30 April 2016" }),
        anAction({ due: ["2016-02"], dueText: "February 2016" }),
        anAction({ dueText: "To be agreed" }),
      ),
    );
    expect(two).toMatchObject({
      due: "2016-04-30",
      dueAsPrinted: "31 October 2015 / 30 April 2016",
    });
    expect(month?.due).toBe("2016-02-29");
    expect(none).toMatchObject({ due: undefined, dueAsPrinted: "To be agreed" });
  });

  it("rates nothing: a printed rating is kept as words", () => {
    const [action] = theActions(
      aDocument({}, anAction({ rating: "Green", status: "On track", notes: "Budget: none" })),
    );
    expect(action?.notesAsPrinted).toBe("Rating: Green\nStatus: On track\nBudget: none");
  });

  it("uses the document's own rating key, best first", () => {
    const ratingScheme = [
      { name: "Red", definition: "Nothing yet", meaning: "not-started" },
      { name: "Blue", definition: "Finished", meaning: "complete" },
    ] as const;
    const { scheme } = toNewPlan(aDocument({ plan: { ratingScheme } }), "file").plan.plan;
    expect(scheme.ratings.map(({ id, definition, symbol }) => [id, definition, symbol])).toEqual([
      ["blue", "Finished", "✓"],
      ["red", "Nothing yet", "■"],
    ]);
  });

  it("says so where the key is not understood, and loses none of it", () => {
    const ratingScheme = [{ name: "Purple", definition: "Somewhere else" }];
    const { plan, problems } = toNewPlan(aDocument({ plan: { ratingScheme } }), "file");
    expect(plan.plan.scheme.id).toBe("brag");
    expect(problems).toEqual([
      { where: "Rating key", what: expect.stringContaining("Purple: Somewhere else") },
    ]);
  });
});
