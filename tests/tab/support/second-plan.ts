import * as z from "zod/mini";
import type { ATeams } from "./a-teams.ts";
import { ownerWrites } from "./owner-writes.ts";

const plans = z.object({ value: z.array(z.object({ Id: z.number(), Scheme: z.string() })) });

export interface SecondPlan {
  readonly planId: number;
  readonly actionId: number;
}

/** Puts another plan beside the sample, with one recommendation and one action, as the plans' owner does over REST. */
export async function secondPlan(teams: ATeams): Promise<SecondPlan> {
  const { read, add: make } = await ownerWrites(teams);
  const [first] = plans.parse(await read("Plans")).value;
  const planId = await make("Plans", {
    Title: "Joint visit to Fenbrook",
    Regulator: "Ofsted",
    Published: "2026-02-03",
    Scheme: first?.Scheme,
  });
  const recommendationId = await make("Recommendations", {
    Title: "7",
    PlanId: planId,
    Position: 1,
    Text: "Answer the telephone.",
  });
  const actionId = await make("Actions", {
    Title: "Telephone",
    PlanId: planId,
    RecommendationId: recommendationId,
    Position: 1,
    Text: "Two people at the telephone until ten.",
  });
  return { planId, actionId };
}
