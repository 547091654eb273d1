import { planDifferences } from "#documents/merge/plan-differences.ts";
import type { DocumentAction, PlanDocument } from "#documents/plan-document.ts";
import { toNewPlan } from "#documents/to-new-plan.ts";
import { withKnownAgencies } from "#plan/known-agencies.ts";
import { planOnDate } from "#plan/plan-on-date.ts";
import { type Against, type BecomingAsked, BecomingFromParts } from "#tab/import/becoming.ts";
import { DifferencesFromParts } from "#tab/import/difference-parts.ts";
import { NewPlanFromParts } from "#tab/import/new-plan-parts.ts";
import { reviewParts } from "#tab/import/review-parts.ts";
import {
  type Choices,
  decided,
  noChoices,
  refusedKeys,
  reviewGroups,
} from "#tab/import/review-rows.ts";
import { planParts } from "#tab/worker/plan-parts.ts";
import { wholePlanOf } from "#tests/support/a-whole-plan.ts";
import { serialize } from "node:v8";
import { describe, expect, it } from "vitest";

const today = "2026-11-23";

function anAction(text: string, of: Partial<DocumentAction> = {}): DocumentAction {
  const agency = { agency: "Wold Trust", agencies: ["Wold Trust"] };
  return { ...agency, text, leads: ["Matron"], due: ["2027-05-01"], ...of };
}

/** So many recommendations; what stands under each, by its number. */
function aDocument(many: number, under: (at: number) => readonly DocumentAction[]): PlanDocument {
  return {
    kind: "plan",
    plan: { title: "Wold plan", versions: [{ number: `${many}`, date: "2026-05-01" }] },
    recommendations: Array.from({ length: many }, (_, at) => ({
      ref: `${at + 1}`,
      addressees: [],
      text: `See every child of list ${at + 1}.`,
      paragraphs: [],
      actions: under(at),
    })),
    findings: [
      { paragraph: "1.1", text: `The lists are old, ${many}.`, recommendations: [] },
      { paragraph: `2.${many}`, text: "Nobody asks.", recommendations: [] },
    ],
    questions: [],
    problems: [],
  };
}

const five = (at: number) =>
  Array.from({ length: 5 }, (_, nth) => anAction(`Do thing ${at}.${nth} with every child of it.`));

/** 300 recommendations with five actions each, and one with more than come in one part. */
const before = aDocument(300, (at) =>
  at === 7 ? Array.from({ length: 900 }, (_, nth) => anAction(`Do 7.${nth}.`)) : five(at),
);

/** Of each recommendation one action is told of, one is worded otherwise, one is gone, and two of the same words are new. */
const after = aDocument(301, (at) => {
  const [told, worded, , ...same] = five(at);
  if (at === 7 || !told || !worded) return [anAction("See 943 476 5919."), ...same];
  return [
    { ...told, progress: "Begun.", agency: "WT", agencies: ["WT"] },
    { ...worded, text: worded.text.replace("every", "each") },
    ...same,
    anAction("Ask the children."),
    anAction("Ask the children.", { agency: "The Trust", agencies: ["The Trust"] }),
    anAction("Ask the children."),
  ];
});

const asRead = wholePlanOf(toNewPlan(before, "wold").plan);
// A list of recommendations holds no actions.
const whole = {
  ...asRead,
  recommendations: asRead.recommendations.map((each) => ({ ...each, actions: [] })),
};
const [trust] = whole.agencies;
const findings = before.findings;

interface Asked {
  readonly choices?: Choices;
  readonly same?: BecomingAsked["same"];
  readonly against?: Against;
}

/** As it goes to a worker and comes back, where each message is a copy. */
function inParts({ choices = noChoices, same = new Map(), against }: Asked) {
  const worker = new BecomingFromParts();
  for (const rows of reviewParts(reviewGroups(after))) worker.take(structuredClone({ rows }));
  for (const part of planParts(whole)) worker.take(structuredClone(part));
  const { recommendations: _, ...rest } = after;
  const asked = { rest, title: "wold", choices, agencies: whole.agencies, same };
  /** Bytes. */
  const sizes: number[] = [];
  const [rows, differences] = [new NewPlanFromParts(), new DifferencesFromParts()];
  for (const part of worker.parts(structuredClone({ ...asked, ...(against && { against }) }))) {
    const said = structuredClone(part);
    if ("rest" in said) {
      const plan = rows.with(said.rest);
      const all = differences.between(whole, plan);
      return { plan, unknown: said.unknown, differences: all, sizes };
    }
    sizes.push(serialize(said).byteLength);
    if ("list" in said) differences.take(said);
    else rows.take(said.recommendations);
  }
  throw new Error("It came to no end.");
}

function inOneGo({ choices = noChoices, same = new Map(), against }: Asked) {
  const { plan: made } = toNewPlan(decided(after, choices), "wold");
  const { plan, unknown } = withKnownAgencies(made, whole.agencies, same);
  const all = planDifferences(planOnDate(whole, today), plan, against);
  const edited = all.edited.map((edit) =>
    edit.what === "action" ? edit : { ...edit, read: { ...edit.read, actions: [] } },
  );
  return { plan, unknown, differences: { ...all, edited } };
}

const leftOut = refusedKeys(reviewGroups(after));
const against = { today, findings, part: undefined } as const;

describe("a document that is worked through beside the page", () => {
  it.each<[string, Asked]>([
    ["by nothing that was said", { against }],
    ["without what cannot be taken over", { against, choices: { ...noChoices, leftOut } }],
    [
      "with an agency that is said to be another",
      { against, same: new Map([["WT", "Wold Trust"]]) },
    ],
    ["as one agency's part", { against: { ...against, part: trust } }],
  ])("says what it says in one go, %s", (_name, asked) => {
    const { sizes: _, ...found } = inParts(asked);
    const expected = inOneGo(asked);
    expect(found.differences).toEqual(expected.differences);
    expect(found).toEqual(expected);
  });

  it("tells everything that differs, of several parts each", () => {
    const { differences } = inParts({ against });
    const { added, progress, edited, vanished, unchanged, reworded } = differences;
    expect(progress).toHaveLength(299);
    expect(edited.length).toBeGreaterThan(250);
    expect(added.actions.length).toBeGreaterThan(850);
    expect(added.recommendations).toHaveLength(1);
    expect(vanished.actions.length).toBeGreaterThan(1_000);
    expect(unchanged.length).toBeGreaterThan(550);
    expect([added.versions.length, added.findings.length, reworded?.length]).toEqual([1, 1, 1]);
  });

  it("names new actions of the same words apart, though they come as copies", () => {
    const { added } = inParts({ against }).differences;
    const asked = added.actions.filter(
      ({ action, recommendation }) =>
        recommendation.ref === "3" && action.text === "Ask the children.",
    );
    expect(asked.map(({ action, nth }) => [action.agencyAsPrinted, nth])).toEqual([
      ["Wold Trust", 1],
      ["The Trust", 1],
      ["Wold Trust", 2],
    ]);
  });

  it("becomes a plan by the days and agencies that the person gave, and is compared with none", () => {
    const choices: Choices = {
      leftOut: new Set([...leftOut, "r2", "r3.a1"]),
      due: new Map([["r0.a0", "2027-01-31"]]),
      agency: new Map([["r0.a1", "Fenland Trust"]]),
    };
    const { plan, differences } = inParts({ choices });
    expect(plan).toEqual(inOneGo({ choices }).plan);
    expect(plan.recommendations[0]?.actions[0]?.due).toBe("2027-01-31");
    expect(differences.progress).toEqual([]);
  });

  it("comes in parts that a page takes without standing still", () => {
    const { sizes } = inParts({ against });
    expect(Math.max(...sizes)).toBeLessThan(200_000);
    expect(sizes.length).toBeLessThan(60);
  });
});
