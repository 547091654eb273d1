import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { planDifferences } from "#documents/merge/plan-differences.ts";
import { ConflictError, NotAllowedError, RefusedError } from "#plan/errors.ts";
import { dayOf, formatDate } from "#plan/iso-date.ts";
import type { NewAction, NewPlan } from "#plan/new-plan.ts";
import { type PlanOnDate, planOnDate } from "#plan/plan-on-date.ts";
import { SharePointPlanHistory } from "#sharepoint/plan-history.ts";
import { SharePointPlanStore } from "#sharepoint/plan-store.ts";
import { SharePointPlanWriter } from "#sharepoint/plan-writer.ts";
import { SharePointRecordStore } from "#sharepoint/record-store.ts";
import { mergePlan, type MergePlan } from "#usecases/merge-plan.ts";
import { aSiteWithAPlan, aSmallPlan, type TestPerson } from "#tests/support/a-site.ts";

// The service stamps what it is given with its own clock.
const today = dayOf(new Date());

let site: Awaited<ReturnType<typeof aSiteWithAPlan>>;
beforeAll(async () => {
  site = await aSiteWithAPlan();
}, 60_000);
afterAll(() => site.close());

/** The small plan with some of an action's fields as a document has them. */
function saying(text: string, said: Partial<NewAction>): NewPlan {
  return {
    ...aSmallPlan,
    recommendations: aSmallPlan.recommendations.map((recommendation) => ({
      ...recommendation,
      actions: recommendation.actions.map((action) =>
        action.text === text ? { ...action, ...said } : action,
      ),
    })),
  };
}

async function whole(person: TestPerson | "app") {
  const own = person === "app" ? site.admin : site.siteOf(person);
  const open = await new SharePointPlanStore(own).open(site.planId);
  const history = await new SharePointPlanHistory(own).forPlan(site.planId);
  return { own, open, onDate: planOnDate({ ...open, ...history }, today) };
}

async function merge(
  person: TestPerson | "app",
  read: NewPlan,
  { agency, edits = false }: { readonly agency?: string; readonly edits?: boolean } = {},
) {
  const { own, open, onDate } = await whole(person);
  const part = open.agencies.find(({ shortName }) => shortName === agency);
  const all = planDifferences(onDate, read, { part });
  const chosen: MergePlan = {
    open,
    read,
    differences: edits ? all : { ...all, edited: [] },
    document: "trust.docx",
    part,
  };
  const ports = {
    writer: new SharePointPlanWriter(own),
    record: new SharePointRecordStore(own),
    today,
    speaksFor: person === "app" ? ("any" as const) : ("own" as const),
  } as const;
  return { all, merged: await mergePlan(ports, chosen) };
}

const printed = (progressAsPrinted: string, ratingAsPrinted = "") =>
  merge("app", saying("Write it.", { progressAsPrinted, ratingAsPrinted }));

const updatesOf = async (text: string) => {
  const { onDate } = await whole("app");
  const actions = onDate.recommendations.flatMap((each) => each.actions);
  return actions.find(({ action }) => action.text === text)?.record ?? [];
};

describe("a document that is imported again", () => {
  it("says nothing new where it is the same", async () => {
    const { all, merged } = await merge("owner", aSmallPlan);
    expect(all.unchanged).toHaveLength(3);
    expect({ ...all, unchanged: [] }).toEqual({
      unchanged: [],
      progress: [],
      added: { recommendations: [], actions: [], versions: [], findings: [] },
      vanished: { recommendations: [], actions: [] },
      edited: [],
    });
    expect(Object.values(merged).every((count) => count === 0)).toBe(true);
  });

  it("lets a member of the agency state its progress and rating, once", async () => {
    const read = saying("Train the nurses.", {
      progressAsPrinted: "Forty of sixty trained.",
      ratingAsPrinted: "Green",
    });
    expect((await merge("nurse", read)).merged).toMatchObject({ stated: 1, printed: 0 });
    expect((await merge("nurse", read)).all.progress).toEqual([]);
    expect(await updatesOf("Train the nurses.")).toMatchObject([
      {
        type: "update",
        folder: "Trust",
        rating: "green",
        note: "Forty of sixty trained.\n(As written in trust.docx.)",
        author: { name: "nurse" },
      },
    ]);
  });

  it("is taken down by the app in the agency's folder where it is the agency's own part", async () => {
    const read = saying("Train together.", {
      progressAsPrinted: "First day held.",
      ratingAsPrinted: "Amber",
    });
    const { all, merged } = await merge("app", read, { agency: "Council/PH" });
    expect(all.vanished.actions).toEqual([]);
    expect(merged).toMatchObject({ stated: 1, printed: 0 });
    expect(await updatesOf("Train together.")).toMatchObject([
      { folder: "Council-PH", rating: "amber", author: { name: "The app" } },
    ]);
  });

  it("of everybody rates an action of one agency as it prints, until the group has agreed a rating", async () => {
    await printed("Begun.");
    await printed("Drafted.", "Amber");
    const { open } = await whole("owner");
    const action = open.actions.find(({ text }) => text === "Write it.");
    if (!action) throw new Error("No action.");
    await site.as("chair").record.decide({
      key: randomUUID(),
      planId: site.planId,
      kind: "rating-agreed",
      rating: "red",
      actionId: action.id,
    });
    await printed("Sent round.", "Green");
    const said = (await updatesOf("Write it.")).filter((entry) => entry.type === "update");
    expect(said.map(({ folder, rating, note }) => [folder, rating, note])).toEqual([
      ["Council-PH", undefined, "Begun.\n(As written in trust.docx.)"],
      ["Council-PH", "amber", "Drafted.\n(As written in trust.docx.)"],
      ["Council-PH", undefined, "Sent round.\nRating: Green\n(As written in trust.docx.)"],
    ]);
  });

  it("keeps progress as printed where it is not certain who says it, and only an owner may", async () => {
    const read = saying("Train together.", { progressAsPrinted: "Second day held." });
    await expect(merge("councillor", read)).rejects.toThrow(NotAllowedError);
    expect((await merge("owner", read)).merged).toMatchObject({ stated: 0, printed: 1 });
    expect((await merge("owner", read)).all.progress).toEqual([]);
    const { open } = await whole("owner");
    const action = open.actions.find(({ text }) => text === "Train together.");
    expect(action?.progressAsPrinted).toBe(
      `Printed in trust.docx, taken over on ${formatDate(today)}:\nSecond day held.`,
    );
  });

  it("asks before a definition is changed, and changes only what still says what was shown", async () => {
    const read = saying("Write it.", {
      text: "Write it down.",
      leads: ["Head of Public Health"],
      dueAsPrinted: "31 March 2027",
      due: "2027-03-31",
    });
    const asked = await merge("owner", read);
    expect(asked.all.edited).toMatchObject([
      { fields: [{ field: "text" }, { field: "leads" }, { field: "dueAsPrinted" }] },
    ]);
    expect(asked.merged.edited).toBe(0);
    const { open } = await whole("owner");
    const before = open.actions.find(({ text }) => text === "Write it.");
    if (!before) throw new Error("The small plan has no such action.");
    expect((await merge("owner", read, { edits: true })).merged.edited).toBe(1);
    expect((await merge("owner", read, { edits: true })).all.edited).toEqual([]);
    const writer = new SharePointPlanWriter(site.siteOf("owner"));
    await expect(writer.changeAction(before, { text: "Another text." })).rejects.toThrow(
      ConflictError,
    );
    const after = (await whole("owner")).open.actions.find(({ id }) => id === before.id);
    expect(after).toMatchObject({ text: "Write it down.", due: "2027-03-31" });
  });

  it("adds what is new once, and lists what is gone", async () => {
    const [first, second] = aSmallPlan.recommendations;
    const [train] = first?.actions ?? [];
    if (!first || !second || !train) throw new Error("The small plan has changed.");
    const added = { ...train, order: 3, text: "Audit who was trained." };
    const read: NewPlan = {
      ...aSmallPlan,
      versions: [
        ...aSmallPlan.versions,
        { number: "2", dateAsPrinted: "", author: "", comment: "Second" },
      ],
      recommendations: [
        { ...first, actions: [...first.actions.slice(0, 1), added, { ...added }] },
        { ...second, ref: "1.3", text: "Tell families.", actions: [{ ...added, text: "Tell." }] },
      ],
    };
    const { all, merged } = await merge("owner", read);
    expect(merged).toMatchObject({ recommendations: 1, actions: 3, versions: 1 });
    expect(all.vanished.recommendations.map(({ ref }) => ref)).toEqual(["1.2"]);
    expect(all.vanished.actions.map(({ text }) => text).toSorted()).toEqual([
      "Train together.",
      "Write it down.",
    ]);
    expect((await merge("owner", read)).all.added).toEqual({
      recommendations: [],
      actions: [],
      versions: [],
      findings: [],
    });
  });

  it("is refused before anything is written where it holds an NHS number", async () => {
    const [first] = aSmallPlan.recommendations;
    const [train] = first?.actions ?? [];
    if (!first || !train) throw new Error("The small plan has changed.");
    const read: NewPlan = {
      ...aSmallPlan,
      recommendations: [{ ...first, actions: [{ ...train, text: "See 943 476 5919 at home." }] }],
    };
    await expect(merge("owner", read)).rejects.toThrow(RefusedError);
  });

  it("takes a changed proposal of an agency's part for its proposal, and an unchanged one for nothing", async () => {
    const { all } = await differencesFor({ proposedAsPrinted: "Red" });
    expect(all.progress).toMatchObject([{ rating: "red", ratingName: "Red" }]);
    expect((await differencesFor({ proposedAsPrinted: "Not rated" })).all.progress).toEqual([]);
  });

  it("tells where a document leads that nobody has said, and changes no notes for it", async () => {
    const linksAsPrinted = [{ words: "Audit", url: "https://evidence.example/new" }];
    const notesAsPrinted = "Link: Audit https://evidence.example/new";
    const { all } = await differencesFor({ linksAsPrinted, notesAsPrinted });
    expect(all.progress.map(({ lines }) => lines)).toEqual([
      ["Audit: https://evidence.example/new"],
    ]);
    expect(all.edited).toEqual([]);
  });

  it("adds the findings of a report that the plan does not have, and misses no action", async () => {
    const { onDate } = await whole("owner");
    const finding = { paragraph: "3.14", text: "Nobody was asked.", recommendations: ["1.1"] };
    const read: NewPlan = {
      ...aSmallPlan,
      recommendations: aSmallPlan.recommendations.map((each) => ({ ...each, actions: [] })),
      findings: [finding, { ...finding, paragraph: "3.15" }],
    };
    const all = planDifferences(onDate, read, { findings: [finding] });
    expect(all.added.findings.map(({ paragraph }) => paragraph)).toEqual(["3.15"]);
    expect(all.vanished.actions).toEqual([]);
  });
});

/** What a document says otherwise that prints this of the action of which nobody has said anything. */
async function differencesFor(said: Partial<NewAction>) {
  const { onDate } = await whole("owner");
  const untouched = onDate.recommendations
    .flatMap(({ actions }) => actions)
    .find(({ record }) => record.length === 0);
  if (!untouched) throw new Error("Something was said of every action.");
  return { all: planDifferences(onDate, sameAs(onDate, untouched.action.id, said)) };
}

/** The plan as it is, with that said of one action. */
function sameAs(plan: PlanOnDate, id: number, said: Partial<NewAction>): NewPlan {
  return {
    ...aSmallPlan,
    versions: plan.versions,
    recommendations: plan.recommendations.map(({ recommendation, actions }) => ({
      ...recommendation,
      actions: actions.map(({ action }) => (action.id === id ? { ...action, ...said } : action)),
    })),
  };
}
