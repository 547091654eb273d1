import * as fc from "fast-check";
import { expect, it } from "vitest";
import { movement } from "#plan/movement.ts";
import { brag } from "#plan/rating-scheme.ts";
import type { Entry } from "#plan/record.ts";
import { agencies, anAction, aRecommendation } from "./plan-data.ts";
import { randomRecord } from "./random-record.ts";

const actions = [
  anAction({ id: 1 }),
  anAction({ id: 2, agencies: ["Acute", "Community"] }),
  anAction({ id: 3, agencies: ["Council", "Community"] }),
];
const plan = { id: 1, title: "", regulator: "", scheme: brag };
const definitions = {
  begun: "2026-01-05T09:00:00Z",
  recommendations: new Map(),
  actions: new Map(),
};
const days = ["2026-05-31", "2026-06-01", "2026-06-03", "2026-06-06", "2026-06-07"] as const;
/** Best first; what follows counts only where nothing else was said, or over everything. */
const order = ["blue", "green", "amber", "red", "not-rated"];

/** London is an hour ahead in June. */
const londonDay = (created: string) =>
  new Date(Date.parse(created) + 3_600_000).toISOString().slice(0, 10);

const known = (rating: string) =>
  rating === "not-applicable" || order.includes(rating) ? rating : "not-rated";

const folderOf = (each: Entry) => (each.type === "update" ? each.folder : "");

function sameTwice(one: Entry, other: Entry): boolean {
  const same = one.type === other.type && folderOf(one) === folderOf(other);
  return same && one.key !== "" && one.key === other.key;
}

const ranks = ["challenge", "update", "decision"];

/** Oldest first, and what was sent twice once. */
function once(lines: readonly Entry[]): readonly Entry[] {
  const inOrder = lines.toSorted(
    (one, other) =>
      one.created.localeCompare(other.created) ||
      ranks.indexOf(one.type) - ranks.indexOf(other.type) ||
      one.id - other.id,
  );
  return inOrder.filter(
    (each, index) => !inOrder.slice(0, index).some((before) => sameTwice(before, each)),
  );
}

function worst(said: readonly string[]): string {
  const applying = said.filter((rating) => rating !== "not-applicable");
  if (said.length > 0 && applying.length === 0) return "not-applicable";
  return order[Math.max(...applying.map((rating) => order.indexOf(rating)))] ?? "not-rated";
}

/** Counted line by line, as somebody would who has only the lists before them; no code of `src/plan`'s fold is in it. */
function ratingOn(names: readonly string[], lines: readonly Entry[]): string {
  const named = agencies.filter(({ shortName }) => names.includes(shortName));
  const folders = new Set(named.map(({ folder }) => folder));
  const lasting = once(lines);
  const spoken = lasting.filter((each) => each.type === "update" && folders.has(each.folder));
  const spokeBefore = (decision: Entry) =>
    spoken
      .filter((each) => lasting.indexOf(each) < lasting.indexOf(decision))
      .some(({ authorId }) => authorId !== undefined && authorId === decision.authorId);
  const agreed = lasting
    .filter((each) => each.type === "decision")
    .filter((each) => each.kind !== "closed" || !spokeBefore(each))
    .flatMap(({ rating }) => rating ?? [])
    .at(-1);
  if (agreed !== undefined) return known(agreed);
  const said = new Map(
    spoken
      .filter((each) => each.type === "update")
      .map(({ folder, rating = "not-rated" }) => [folder, known(rating)]),
  );
  return worst([...said.values()]);
}

it("the months have the ratings that somebody counts from the lists line by line", () => {
  fc.assert(
    fc.property(randomRecord, (record) => {
      const whole = { plan, agencies, recommendations: [aRecommendation], actions, record };
      for (const { day, counts } of movement(whole, definitions, days)) {
        const counted: Record<string, number> = {};
        for (const { id, agencies: names } of actions) {
          const lines = record.filter(
            (entry) => entry.actionId === id && londonDay(entry.created) <= day,
          );
          const rating = ratingOn(names, lines);
          counted[rating] = (counted[rating] ?? 0) + 1;
        }
        expect({ day, ...Object.fromEntries(counts) }).toEqual({ day, ...counted });
      }
    }),
  );
});
