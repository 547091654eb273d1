import * as fc from "fast-check";
import type { Entry } from "#plan/record.ts";
import { aChallenge, acute, aDecision, anUpdate, community, council } from "./plan-data.ts";

const common = {
  id: fc.integer({ min: 1, max: 60 }),
  authorId: fc.constantFrom(undefined, 1, 2),
  actionId: fc.integer({ min: 1, max: 3 }),
  // Of these hours the last two are the next day in London's summer.
  created: fc
    .tuple(fc.integer({ min: 1, max: 6 }), fc.constantFrom("09:00", "22:59", "23:00", "23:59"))
    .map(([day, time]) => `2026-06-0${day}T${time}:00Z`),
  key: fc.constantFrom("", "a", "b", "c", "d", "e"),
};
const folder = fc.constantFrom(acute.folder, community.folder, council.folder, "");
const rating = fc.constantFrom("blue", "green", "amber", "red", "not-applicable", "purple");
const date = fc.constantFrom("2026-10-31" as const, "2026-12-31" as const);
const kind = fc.constantFrom(
  "rating-agreed" as const,
  "date-agreed" as const,
  "closed" as const,
  "reopened" as const,
);

/** What is said of the actions 1 to 3 in the first week of June 2026, some of it twice, or in a folder not theirs. */
export const randomRecord: fc.Arbitrary<Entry[]> = fc.uniqueArray(
  fc.oneof(
    fc
      .record({ ...common, folder, rating, revisedDate: date, evidenceCount: fc.nat(3) })
      .map((some) => anUpdate(some)),
    fc.record({ ...common, kind, rating, date }).map((some) => aDecision(some)),
    fc
      .record({ ...common, agency: fc.constantFrom("Acute", "Community") })
      .map((some) => aChallenge(some)),
  ),
  { selector: ({ type, id }) => `${type} ${id}`, maxLength: 25 },
);
