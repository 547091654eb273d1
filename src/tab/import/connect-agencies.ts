import type { NewAgency } from "#plan/new-plan.ts";
import type { Agency } from "#plan/plan.ts";
import type { AskServer } from "#tab/cards/server-calls.ts";
import * as v from "valibot";

const answer = v.object({
  agencies: v.array(
    v.object({
      id: v.pipe(v.number(), v.finite()),
      shortName: v.string(),
      name: v.string(),
      otherNames: v.array(v.string()),
      folder: v.string(),
      group: v.string(),
    }),
  ),
});

/** Lets the app make new agencies for a plan's owner: their groups and folders take rights that no owner has. */
export function connectAgencies(ask: AskServer) {
  return async (agencies: readonly NewAgency[]): Promise<readonly Agency[]> =>
    v.parse(answer, await ask("/agencies", { agencies })).agencies;
}
