import * as z from "zod/mini";
import type { ATeams } from "./a-teams.ts";

const plans = z.object({ value: z.array(z.object({ Id: z.number(), Scheme: z.string() })) });
const created = z.object({ Id: z.number() });

export interface SecondPlan {
  readonly planId: number;
  readonly actionId: number;
}

/** Puts another plan beside the sample, with one recommendation and one action, as the plans' owner does over REST. */
export async function secondPlan(teams: ATeams): Promise<SecondPlan> {
  const token = await teams.sharePointToken("owner");
  async function ask(list: string, body?: object): Promise<unknown> {
    const answer = await fetch(
      `${teams.sharePoint}/sites/plan/_api/web/lists/getByTitle('${list}')/items`,
      {
        method: body ? "POST" : "GET",
        headers: {
          authorization: `Bearer ${token}`,
          accept: "application/json",
          "content-type": "application/json",
        },
        ...(body ? { body: JSON.stringify(body) } : {}),
      },
    );
    if (!answer.ok) throw new Error(`${list}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  }
  const make = async (list: string, body: object) => created.parse(await ask(list, body)).Id;
  const [first] = plans.parse(await ask("Plans")).value;
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
