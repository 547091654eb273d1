import { randomUUID } from "node:crypto";
import type { Action } from "#plan/plan.ts";
import { proposeRating } from "#usecases/propose-rating.ts";
import type { aSiteWithAPlan } from "./a-site.ts";

/** The nurse's first statement about "Train the nurses." of the small plan; answers that action. */
export async function theNurseReports(
  site: Awaited<ReturnType<typeof aSiteWithAPlan>>,
): Promise<Action> {
  const stores = site.as("nurse");
  const open = await stores.plans.open(site.planId);
  const action = open.actions.find(({ text }) => text === "Train the nurses.");
  if (!action) throw new Error("The small plan has no such action.");
  await proposeRating(stores, {
    open: { ...open, action },
    agency: "Trust",
    rating: "green",
    note: "Forty of sixty trained.",
    evidence: [{ name: "Register", url: "https://evidence.example/register", kind: "activity" }],
    key: randomUUID(),
  });
  return action;
}
