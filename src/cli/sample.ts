import { Command } from "commander";
import { RefusedError } from "#plan/errors.ts";
import { dayOf } from "#plan/iso-date.ts";
import type { Agency } from "#plan/plan.ts";
import { roleGroups } from "#sharepoint/access.ts";
import {
  type BackdatedChallenge,
  type BackdatedDecision,
  BackdatedRecord,
  type BackdatedUpdate,
} from "#sharepoint/backdated-record.ts";
import { membersOf } from "#sharepoint/members.ts";
import { SharePointPlanStore } from "#sharepoint/plan-store.ts";
import { SharePointPlanWriter } from "#sharepoint/plan-writer.ts";
import type { Site } from "#sharepoint/site.ts";
import { importPlan } from "#usecases/import-plan.ts";
import { letSpeak } from "./leads.ts";
import {
  type SampleAction,
  type SampleEntry,
  type SamplePlan,
  samplePlan,
} from "./sample/sample-plan.ts";
import { type SiteChoice, siteOfApp } from "./site-of-app.ts";

/** `action-plan sample`: fills a site that has no plan with a made-up one. */
export function sampleCommand(): Command {
  return new Command("sample")
    .description("Fill a site that has no plan yet with a made-up one, a year of record behind it.")
    .option("--site <url>", "the SharePoint site, if not the one in the settings")
    .option("--settings <file>", "a file of settings")
    .option("--lead <people...>", "sign-in names of who speaks for the busiest agencies")
    .action(async (options: SiteChoice & { lead?: string[] }) => {
      const site = siteOfApp(options);
      const plans = await new SharePointPlanStore(site).list();
      if (plans.length > 0) {
        process.stdout.write("This site has a plan already. Nothing was changed.\n");
        return;
      }
      await refuseWithoutGroup(site);
      const plan = samplePlan(dayOf(new Date()));
      const { planId, actions } = await loadSample(site, plan, options.lead ?? []);
      process.stdout.write(
        `Plan ${planId}: ${plan.recommendations.length} recommendations, ${actions} actions and their record.\n`,
      );
    });
}

/** The group's decisions would have the same author as the agencies' statements, and its closings would not count. */
async function refuseWithoutGroup(site: Site): Promise<void> {
  const members = await membersOf(site, [roleGroups.challenge]);
  if ((members.get(roleGroups.challenge) ?? []).length > 0) return;
  throw new RefusedError(
    "Nobody is in the peer-challenge group yet, and the sample has decisions of it. Put somebody there with action-plan provision --challenge NAME, then run this again.",
  );
}

async function loadSample(site: Site, plan: SamplePlan, leads: readonly string[]) {
  const writer = new SharePointPlanWriter(site);
  const { planId, actions, agencies } = await importPlan({ writer }, plan);
  await letSpeak(site, plan, agencies, leads);
  await writeRecord(site, planId, plan, agencies);
  return { planId, actions: actions.of };
}

/** Challenges first: an answer names the item that its challenge became. */
async function writeRecord(
  site: Site,
  planId: number,
  plan: SamplePlan,
  agencies: readonly Agency[],
): Promise<void> {
  const places = await placesOf(site, planId, plan);
  const authors = await authorsOf(site, agencies);
  const record = new BackdatedRecord(site);
  const told = (entry: SampleEntry, place: Place) => ({
    key: entry.key,
    planId,
    ...place,
    created: entry.created,
    author: authors(entry.who),
  });

  const challenges: BackdatedChallenge[] = places.flatMap(({ place, action }) =>
    action.record
      .filter((entry) => entry.type === "challenge")
      .map((entry) => ({ ...entry, ...told(entry, place) })),
  );
  const challengeIds = await record.challenges(planId, challenges);

  const updates: BackdatedUpdate[] = places.flatMap(({ place, action }) =>
    action.record
      .filter((entry) => entry.type === "update")
      .map((entry) => ({
        ...entry,
        ...told(entry, place),
        agency: entry.who,
        folder: agencies.find(({ shortName }) => shortName === entry.who)?.folder ?? entry.who,
        challengeId: entry.answers === undefined ? undefined : challengeIds.get(entry.answers),
      })),
  );
  await record.updates(planId, updates);

  const decisions: BackdatedDecision[] = places.flatMap(({ place, action }) =>
    action.record
      .filter((entry) => entry.type === "decision")
      .map((entry) => ({ ...entry, ...told(entry, place) })),
  );
  await record.decisions(planId, decisions);
}

interface Place {
  readonly actionId: number;
  readonly recommendationId: number;
}

/** Each action of the sample beside the items that it and its recommendation became. */
async function placesOf(
  site: Site,
  planId: number,
  plan: SamplePlan,
): Promise<{ place: Place; action: SampleAction }[]> {
  const open = await new SharePointPlanStore(site).open(planId);
  return plan.recommendations.flatMap((recommendation) => {
    const item = open.recommendations.find(({ ref }) => ref === recommendation.ref);
    return recommendation.actions.map((action) => {
      const found = open.actions.find(
        (each) => each.recommendationId === item?.id && each.text === action.text,
      );
      if (!found)
        throw new RangeError(
          `The sample's action ${recommendation.ref} (${action.order}) was written and then not found.`,
        );
      return { place: { actionId: found.id, recommendationId: found.recommendationId }, action };
    });
  });
}

/** An agency speaks through the first person of its group; where it has nobody yet, the app does. */
async function authorsOf(
  site: Site,
  agencies: readonly Agency[],
): Promise<(who: string) => string | undefined> {
  const members = await membersOf(site, [
    ...agencies.map(({ group }) => group),
    roleGroups.challenge,
  ]);
  return (who) => {
    const group =
      agencies.find(({ shortName }) => shortName === who)?.group ?? roleGroups.challenge;
    return members.get(group)?.[0];
  };
}
