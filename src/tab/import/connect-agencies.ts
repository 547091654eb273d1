import type { NewAgency } from "#plan/new-plan.ts";
import type { Agency } from "#plan/plan.ts";
import type { AskServer } from "#tab/cards/server-calls.ts";
import * as z from "zod/mini";

const answer = z.object({
  agencies: z.array(
    z.object({
      id: z.number(),
      shortName: z.string(),
      name: z.string(),
      otherNames: z.array(z.string()),
      folder: z.string(),
      group: z.string(),
    }),
  ),
});

/** Lets the app make new agencies for a plan's owner: their groups and folders take rights that no owner has. */
export function connectAgencies(ask: AskServer) {
  return async (agencies: readonly NewAgency[]): Promise<readonly Agency[]> =>
    answer.parse(await ask("/agencies", { agencies })).agencies;
}
