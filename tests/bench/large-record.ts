import { join } from "node:path";
import { siteOfApp } from "#cli/site-of-app.ts";
import type { Action } from "#plan/plan.ts";
import { roleGroups } from "#sharepoint/access.ts";
import { BackdatedRecord } from "#sharepoint/backdated-record.ts";
import { membersOf } from "#sharepoint/members.ts";
import { SharePointPlanStore } from "#sharepoint/plan-store.ts";

const daysOfRecord = 240;
const dayMs = 86_400_000;

/**
 * Says something of every second action of the newest plan, agrees on every fourth, and asks about every tenth; the first
 * two in so many rounds.
 */
export async function writeLargeRecord(dataFolder: string, rounds = 1): Promise<void> {
  const site = siteOfApp({ settings: join(dataFolder, "settings.env") });
  const found = await new SharePointPlanStore(site).openNewest();
  if (!found) throw new Error("There is no plan to say anything of.");
  const { plan, agencies, actions } = found.open;
  const group = (await membersOf(site, [roleGroups.challenge])).get(roleGroups.challenge)?.[0];
  const folders = new Map(agencies.map(({ shortName, folder }) => [shortName, folder]));
  const about = (action: Action, index: number, what: string, round = 0) => ({
    key: `${what} ${action.id} ${round}`,
    planId: plan.id,
    actionId: action.id,
    recommendationId: action.recommendationId,
    author: what === "stated" ? undefined : group,
    created: new Date(
      Date.now() - (1 + ((index * 7 + round * 31) % daysOfRecord)) * dayMs,
    ).toISOString(),
  });
  const each = (nth: number) => actions.filter((_, index) => index % nth === 0);
  const inRounds = <T>(nth: number, make: (action: Action, index: number, round: number) => T) =>
    Array.from({ length: rounds }, (_, round) =>
      each(nth).map((action, index) => make(action, index, round)),
    ).flat();
  const record = new BackdatedRecord(site);
  await record.updates(
    plan.id,
    inRounds(2, (action, index, round) => ({
      ...about(action, index, "stated", round),
      recommendationId: undefined,
      agency: agencyOf(action),
      folder: folders.get(agencyOf(action)) ?? "",
      kind: "progress",
      rating: at(["red", "amber", "green", "blue"], index),
      note: `What was done by then, in a sentence or two of number ${index}: most of it, and the rest next month.`,
      evidence: index % 3 === 0 ? [evidenceOf(index)] : [],
    })),
  );
  await record.decisions(
    plan.id,
    inRounds(4, (action, index, round) => ({
      ...about(action, index, "agreed", round),
      kind: index % 5 === 0 ? "closed" : "rating-agreed",
      rating: at(["amber", "green", "green", "blue"], index),
      reason: `The group has looked at number ${index}.`,
    })),
  );
  await record.challenges(
    plan.id,
    each(10).map((action, index) => ({
      ...about(action, index, "asked"),
      agency: agencyOf(action),
      question: `What has changed for children since number ${index} was written?`,
      source: "person",
    })),
  );
}

function agencyOf({ agencies: [first = ""] }: Action): string {
  return first;
}

function evidenceOf(index: number) {
  const kind = index % 2 === 0 ? ("impact" as const) : ("activity" as const);
  return { name: `Audit ${index}`, url: `https://plan.example/audit-${index}`, kind };
}

function at(words: readonly string[], index: number): string {
  return words[index % words.length] ?? "";
}
