import * as v from "valibot";
import type { Fault, ReadFromList } from "#plan/fault.ts";
import type { Entry } from "#plan/record.ts";
import type { OpenPlan } from "#usecases/ports/plans.ts";
import { toAction, toRecommendation } from "./definition-rows.ts";
import { toChallenge, toDecision, toUpdate } from "./record-rows.ts";
import { id, optionalNumber } from "./row.ts";

/** The lists whose items belong to a plan. */
export const planParts = [
  "Recommendations",
  "Actions",
  "Updates",
  "Decisions",
  "Challenges",
] as const;
export type PlanPart = (typeof planParts)[number];

export type PartRows = Partial<Readonly<Record<PlanPart, readonly unknown[]>>>;

/** A row as far as it says what it belongs to. */
const pointer = v.object({
  Id: id,
  PlanId: v.unknown(),
  RecommendationId: optionalNumber,
  ActionId: optionalNumber,
});

/** An item that does not say in a number of which plan it is. */
interface Stray {
  readonly row: unknown;
  readonly itemId: number;
  /** What stands there in the number's place; empty where nothing does. */
  readonly plan: string;
  readonly recommendationId: number;
  readonly actionId: number;
}

type Strays = Readonly<Record<PlanPart, readonly Stray[]>>;

/**
 * The plan with those of the rows whose PlanId somebody emptied, or made a text, and that can be no other's: what an
 * action of it stands under, what stands under one of its recommendations, what was said of either. They count, so that
 * no rating is better for it, and say what is wrong with them. What stands with nothing of this plan is told in `astray`.
 * The plan itself where there is nothing of that.
 */
export function withStrays(open: OpenPlan, rows: PartRows): OpenPlan {
  const all = straysIn(rows, open);
  if (planParts.every((part) => all[part].length === 0)) return open;
  const own = ofThisPlan(all, open);
  return {
    ...open,
    recommendations: [...open.recommendations, ...told(own, "Recommendations", toRecommendation)],
    actions: [...open.actions, ...told(own, "Actions", toAction)],
    record: [
      ...open.record,
      ...told(own, "Updates", toUpdate),
      ...told(own, "Decisions", toDecision),
      ...told(own, "Challenges", toChallenge),
    ],
    astray: [...(open.astray ?? []), ...left(all, own)],
  };
}

/** Those that are not known yet. */
function straysIn(rows: PartRows, open: OpenPlan): Strays {
  const entries = (type: Entry["type"]) => open.record.filter((entry) => entry.type === type);
  const of = (list: PlanPart, known: () => readonly { readonly id: number }[]) => {
    const strays = (rows[list] ?? [])
      .filter(hasNoPlan)
      .flatMap(strayOf)
      .filter(({ plan }) => plan === "" || plan === String(open.plan.id))
      .filter((stray) => list === "Recommendations" || saysSomething(stray));
    if (strays.length === 0) return strays;
    const astray = (open.astray ?? []).filter((each) => each.list === list);
    const ids = new Set([...known().map((each) => each.id), ...astray.map((each) => each.itemId)]);
    return strays.filter(({ itemId }) => !ids.has(itemId));
  };
  return {
    Recommendations: of("Recommendations", () => open.recommendations),
    Actions: of("Actions", () => open.actions),
    Updates: of("Updates", () => entries("update")),
    Decisions: of("Decisions", () => entries("decision")),
    Challenges: of("Challenges", () => entries("challenge")),
  };
}

function hasNoPlan(row: unknown): boolean {
  return (
    typeof row === "object" &&
    row !== null &&
    "PlanId" in row &&
    (typeof row.PlanId !== "number" || row.PlanId === 0)
  );
}

/** Folders of agencies are items too, and say nothing of anything. */
function saysSomething({ plan, recommendationId, actionId }: Stray): boolean {
  return plan !== "" || recommendationId + actionId > 0;
}

/** None where nothing of it can be read. */
function strayOf(row: unknown): readonly Stray[] {
  const read = v.safeParse(pointer, row);
  if (!read.success) return [];
  const { Id, PlanId, RecommendationId, ActionId } = read.output;
  const plan = typeof PlanId === "string" ? PlanId.trim() : "";
  return [
    { row, itemId: Id, plan, recommendationId: RecommendationId ?? 0, actionId: ActionId ?? 0 },
  ];
}

function ofThisPlan(all: Strays, open: OpenPlan): Strays {
  const named = new Set(open.actions.map(({ recommendationId }) => recommendationId));
  const recommendations = all.Recommendations.filter(
    ({ plan, itemId }) => plan !== "" || named.has(itemId),
  );
  const refs = idsOf(open.recommendations, recommendations);
  const actions = all.Actions.filter(
    ({ plan, recommendationId }) => plan !== "" || refs.has(recommendationId),
  );
  const acts = idsOf(open.actions, actions);
  const about = ({ plan, recommendationId, actionId }: Stray) =>
    plan !== "" || acts.has(actionId) || (actionId === 0 && refs.has(recommendationId));
  return {
    Recommendations: recommendations,
    Actions: actions,
    Updates: all.Updates.filter(about),
    Decisions: all.Decisions.filter(about),
    Challenges: all.Challenges.filter(about),
  };
}

function idsOf(
  known: readonly { readonly id: number }[],
  strays: readonly Stray[],
): ReadonlySet<number> {
  return new Set([...known.map((one) => one.id), ...strays.map(({ itemId }) => itemId)]);
}

function told<T extends ReadFromList>(
  own: Strays,
  list: PlanPart,
  read: (row: unknown) => T,
): readonly T[] {
  return own[list].map(({ row, itemId, plan }) => {
    const item = read(row);
    const wrong = plan === "" ? "is empty" : `“${plan}” is no number`;
    return { ...item, faults: [fault(list, itemId, wrong), ...(item.faults ?? [])] };
  });
}

/** What is shown nowhere. */
function left(all: Strays, own: Strays): readonly Fault[] {
  return planParts.flatMap((list) =>
    all[list]
      .filter((stray) => !own[list].includes(stray))
      .map(({ itemId }) => fault(list, itemId, "is empty, so the item is in no plan")),
  );
}

function fault(list: PlanPart, itemId: number, wrong: string): Fault {
  return { list, itemId, column: "PlanId", wrong };
}
