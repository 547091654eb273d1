import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readPlanDocument } from "#documents/read-plan-document.ts";
import { type Finding, runChecks } from "#plan/checks.ts";
import { foldPlan } from "#plan/fold.ts";
import type { IsoDate } from "#plan/iso-date.ts";
import type { Action, Agency } from "#plan/plan.ts";
import { rag } from "#plan/rating-scheme.ts";
import type { Update } from "#plan/record.ts";
import { anAction, anUpdate } from "../plan-data.ts";

/** The day on which the councillors had received the agencies' plans. */
const received: IsoDate = "2020-11-17";

/** What the paper states of a recommendation in an agency's own plan, and nothing that it does not state. */
interface Fact {
  readonly agency: string;
  readonly ref: string;
  readonly rating: string;
  /** When it was last updated; where that is not said, the day the plan was received. */
  readonly updated?: IsoDate;
  readonly due?: IsoDate;
  /** Whom the agency gives the work to. */
  readonly givenTo?: string;
  /** Evidence that something was done; of impact none was provided anywhere. */
  readonly activity?: true;
  /** How many of the paper's questions name it. */
  readonly asked: number;
  /** What our checks ask about it. */
  readonly checks: readonly Finding["check"][];
}

const green = { rating: "green", asked: 1, checks: ["no-evidence", "no-monitoring"] } as const;
const amber = { rating: "amber", asked: 1, checks: ["no-evidence"] } as const;
const passedOn = {
  ...green,
  givenTo: "CCG",
  checks: ["no-evidence", "no-monitoring", "passed-on"],
} as const;
const old = { ...green, checks: ["no-evidence", "stale", "no-monitoring"] } as const;

/** The paper on the left, our checks on the right. Of four it says "Green, Not Applicable"; one here is the latter. */
const sideBySide: readonly Fact[] = [
  { agency: "CCG", ref: "1.1", ...amber },
  { agency: "CCG", ref: "1.2", ...amber },
  { agency: "CCG", ref: "5.3", ...green, due: "2021-04-30" },
  { agency: "LPT", ref: "1.1", ...passedOn },
  { agency: "LPT", ref: "1.2", ...passedOn },
  { agency: "LPT", ref: "2.1", ...passedOn },
  { agency: "LPT", ref: "3.1", ...passedOn, rating: "not-applicable", checks: ["passed-on"] },
  { agency: "LPT", ref: "3.4", ...old, updated: "2019-12-20" },
  { agency: "LPT", ref: "6.1", ...green, due: "2020-04-30", asked: 2 },
  { agency: "LPT", ref: "7.1", ...green, asked: 2 },
  { agency: "LPT", ref: "7.2", ...amber },
  { agency: "LPT", ref: "7.3", ...green },
  { agency: "LPT", ref: "7.4", ...green },
  { agency: "LPT", ref: "7.5", ...green, asked: 2 },
  { agency: "LPT", ref: "7.6", ...amber },
  { agency: "LPT", ref: "7.12", ...green },
  { agency: "MPT", ref: "9.1", ...old, updated: "2019-12-31" },
  { agency: "MPT", ref: "9.2", ...old, updated: "2019-11-30" },
  { agency: "MPT", ref: "9.3", ...old, updated: "2019-11-30" },
  { agency: "MPT", ref: "9.4", ...old, updated: "2019-12-31" },
  { agency: "MPT", ref: "9.5", ...old, updated: "2020-06-30" },
  { agency: "UHL", ref: "1.1", ...green },
  {
    agency: "UHL",
    ref: "1.5",
    ...green,
    activity: true,
    checks: ["no-monitoring", "activity-not-impact"],
  },
];

const agencies = [...new Set(sideBySide.map(({ agency }) => agency))].map(
  (shortName, index): Agency => ({
    id: index + 1,
    shortName,
    name: shortName,
    otherNames: [],
    folder: shortName,
    group: shortName,
  }),
);

/** An agency's own plan. Who leads, by when and to what measure the paper does not say: those checks are off. */
function findingsOf(facts: readonly Fact[]): readonly Finding[] {
  const off = { off: true };
  const settings = {
    checks: { "no-owner": off, "no-date": off, "not-measurable": off, "no-answer": off },
  };
  const plan = { id: 1, title: "Plan", regulator: "CQC", scheme: rag, settings };
  const actions = facts.map(actionOf);
  const record = facts.map(updateOf);
  return runChecks({
    plan,
    agencies,
    recommendations: facts.map(({ ref }, index) => ({
      id: index + 1,
      ref,
      order: index + 1,
      text: ref,
      addressees: [],
      paragraphs: [],
    })),
    actions,
    states: foldPlan(rag, agencies, actions, record),
    record,
    today: received,
  });
}

function actionOf({ agency, due, givenTo }: Fact, index: number): Action {
  const { due: _, ...undated } = anAction({
    id: index + 1,
    recommendationId: index + 1,
    agencies: [agency],
    text: givenTo ? `The ${givenTo} will be asked to take this forward.` : "As recommended.",
  });
  return due ? { ...undated, due } : undated;
}

function updateOf({ agency, rating, updated, activity }: Fact, index: number): Update {
  return anUpdate({
    id: index + 1,
    actionId: index + 1,
    folder: agency,
    rating,
    created: `${updated ?? received}T09:00:00Z`,
    evidenceCount: activity ? 1 : 0,
  });
}

describe("what councillors asked after reading four plans, beside what our checks ask of the same facts", () => {
  it.each(agencies.map(({ shortName }) => shortName))("in the plan of %s", (agency) => {
    const facts = sideBySide.filter((fact) => fact.agency === agency);
    const findings = findingsOf(facts);
    expect(
      facts.map(({ ref }) => ({
        ref,
        checks: findings.filter((each) => each.ref === ref).map(({ check }) => check),
      })),
    ).toEqual(facts.map(({ ref, checks }) => ({ ref, checks })));
  });

  it("raises a question on every recommendation that the paper names", () => {
    expect(sideBySide.filter(({ checks }) => checks.length === 0)).toEqual([]);
  });
});

const paper = new URL("../../../../../shared/samples/scrutiny-questions.docx", import.meta.url);
const isThere = existsSync(paper);
if (!isThere) process.stdout.write("Skipped: the scrutiny paper is not on this machine.\n");

describe.skipIf(!isThere)("the paper itself", () => {
  it("names these recommendations with these ratings, as often as is said here", async () => {
    const read = await readPlanDocument(new Uint8Array(readFileSync(paper)));
    const named = read.questions.flatMap(({ agency, recommendations, ratingStated }) =>
      recommendations.map((ref) => ({
        agency: /\((\w+)\)/.exec(agency ?? "")?.[1],
        ref,
        rating: ratingStated,
      })),
    );
    const counts = Map.groupBy(named, ({ agency, ref }) => `${agency} ${ref}`);
    expect(read.questions).toHaveLength(24);
    expect([...counts].map(([name, all]) => [name, all.length])).toEqual(
      sideBySide.map(({ agency, ref, asked }) => [`${agency} ${ref}`, asked]),
    );
    for (const { agency, ref, rating } of sideBySide) {
      const stated = counts.get(`${agency} ${ref}`)?.[0]?.rating?.toLowerCase();
      expect(stated?.replaceAll(" ", "-")).toContain(rating);
    }
  });
});
