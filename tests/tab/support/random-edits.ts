import * as fc from "fast-check";
import { brag, rag } from "#plan/rating-scheme.ts";
import { decisionKinds, type Entry } from "#plan/record.ts";
import type { OpenPlan } from "#usecases/ports/plans.ts";
import {
  aChallenge,
  aDecision,
  anAction,
  anOpenPlan,
  anUpdate,
  aRecommendation,
  north,
  south,
} from "./a-plan.ts";

/** What somebody did to a plan; whatever they did not touch is the same object afterwards. */
export type Edit = (open: OpenPlan) => OpenPlan;

const actionId = fc.integer({ min: 11, max: 15 });
const recommendationId = fc.integer({ min: 1, max: 3 });
const order = fc.integer({ min: 1, max: 3 });
const someAgencies = fc.subarray(["North", "South", "Gone"]);
const rating = fc.constantFrom(undefined, "blue", "green", "amber", "red", "purple");

/** Of few actions and with few ids, so that much is said twice, altered, or of what is not there; some of no action. */
const said = {
  id: fc.integer({ min: 1, max: 9 }),
  key: fc.constantFrom("", "a", "b", "c"),
  created: fc.integer({ min: 1, max: 6 }).map((day) => `2026-06-0${day}T09:00:00Z`),
  authorId: fc.constantFrom(undefined, 1, 2),
  actionId: fc.option(actionId, { nil: undefined }),
  recommendationId,
};
const aboutQuestion = fc.option(said.id, { nil: undefined });
const folder = fc.constantFrom("north", "south", "moved", "");

const entry: fc.Arbitrary<Entry> = fc.oneof(
  fc
    .record({ ...said, folder, rating, challengeId: aboutQuestion, evidenceCount: fc.nat(2) })
    .map((own) => anUpdate(own)),
  fc
    .record({
      ...said,
      rating,
      kind: fc.constantFrom(...decisionKinds),
      challengeId: aboutQuestion,
    })
    .map((own) => aDecision(own)),
  fc.record({ ...said, agency: fc.constantFrom("North", "South") }).map((own) => aChallenge(own)),
);
const action = fc
  .record({ id: actionId, recommendationId, order, agencies: someAgencies })
  .map((own) => anAction(own));
const recommendation = fc
  .record({ id: recommendationId, order, addressees: someAgencies })
  .map((own) => aRecommendation(own));
const agency = fc.constantFrom(
  north,
  south,
  { ...north, folder: "moved" },
  { ...south, name: "S" },
);

function put<T extends { readonly id: number }>(items: readonly T[], item: T): readonly T[] {
  return [...items.filter(({ id }) => id !== item.id), item];
}

function without<T extends { readonly id: number }>(items: readonly T[], gone: number) {
  return items.filter(({ id }) => id !== gone);
}

/** Everything that can happen to a plan while somebody looks at it. */
const edit: fc.Arbitrary<Edit> = fc.oneof(
  {
    weight: 6,
    arbitrary: entry.map((each): Edit => (open) => ({ ...open, record: says(open, each) })),
  },
  said.id.map((id): Edit => (open) => ({ ...open, record: without(open.record, id) })),
  fc.constant<Edit>((open) => ({ ...open, record: open.record.toReversed() })),
  action.map((each): Edit => (open) => ({ ...open, actions: put(open.actions, each) })),
  actionId.map((id): Edit => (open) => ({ ...open, actions: without(open.actions, id) })),
  recommendation.map((each): Edit => (open) => ({
    ...open,
    recommendations: put(open.recommendations, each),
  })),
  recommendationId.map((id): Edit => (open) => ({
    ...open,
    recommendations: without(open.recommendations, id),
  })),
  agency.map((each): Edit => (open) => ({ ...open, agencies: put(open.agencies, each) })),
  fc.constantFrom(1, 2).map((id): Edit => (open) => ({
    ...open,
    agencies: without(open.agencies, id),
  })),
  fc.constantFrom(brag, rag).map((scheme): Edit => (open) => ({
    ...open,
    plan: { ...open.plan, scheme },
  })),
  fc.constant<Edit>((open) => ({ ...open, changeToken: `${open.changeToken} later` })),
);

/** Each list counts its items by itself. */
function says({ record }: OpenPlan, each: Entry): readonly Entry[] {
  return [...record.filter(({ type, id }) => type !== each.type || id !== each.id), each];
}

/** A plan, and how it is after each of many edits. */
export const randomMoments: fc.Arbitrary<readonly OpenPlan[]> = fc
  .array(edit, { minLength: 1, maxLength: 40 })
  .map((edits) =>
    edits.reduce<readonly OpenPlan[]>(
      (moments, each) => [...moments, each(moments.at(-1) ?? anOpenPlan())],
      [anOpenPlan()],
    ),
  );
