import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import * as z from "zod/mini";
import { settingsOf } from "#cli/site-of-app.ts";
import { foldPlan } from "#plan/fold.ts";
import { dayOf } from "#plan/iso-date.ts";
import { appTokens } from "#server/app-token.ts";
import { tenancyConfiguration } from "#server/configuration.ts";
import { connectHistory } from "#sharepoint/connect-history.ts";
import { connectSharePoint } from "#sharepoint/connect.ts";
import { viewPlan } from "#tab/rows/plan-view.ts";
import { actionRowName } from "#tab/rows/row-words.ts";
import { makeTrouble } from "#tests/local/sharepoint/support/trouble.ts";
import type { ATeams } from "#tests/tab/support/a-teams.ts";
import type { OpenPlan } from "#usecases/ports/plans.ts";
import { aClient, type Client } from "./a-client.ts";
import { aScreen, type Screen } from "./a-window.ts";

/** SharePoint on a bad day: too busy, or gone before or after it did what was asked. */
const badDay = {
  seed: 20,
  faults: [
    { kind: "throttle", chance: 0.03, retryAfter: 1 },
    { kind: "drop", when: "before", chance: 0.03 },
    { kind: "drop", when: "after", chance: 0.03 },
    { kind: "half-batch", chance: 0.05 },
  ],
};

const speakers = ["lead-a", "lead-b", "lead-c"] as const;
const planId = 1;

export interface Outcome {
  /** How many statements people were told are saved. */
  readonly promised: number;
  /** Of those, what stands nowhere in the record, and what stands there twice. */
  readonly lost: readonly string[];
  readonly twice: readonly string[];
  /** What stands in the record and nobody was told of. */
  readonly untold: readonly string[];
  /** Clients and screens that do not end with what the record amounts to. */
  readonly differing: readonly string[];
  /** Presses beyond the first, looks in vain, and how often each fault of the bad day struck. */
  readonly again: number;
  readonly looksInVain: number;
  readonly strikes: readonly number[];
}

/** Three people at screens and seventeen more propose ratings on one plan for so many seconds, on a bad day. */
export async function twentyPeople(
  { teams, dataFolder }: { readonly teams: ATeams; readonly dataFolder: string },
  seconds: number,
): Promise<Outcome> {
  // A second run on the same plan counts its own.
  const run = `Run ${Date.now()}`;
  const clients = await Promise.all(
    Array.from({ length: 17 }, (_, at) => clientOf(teams, at, run)),
  );
  const screens = await Promise.all([
    aScreen(teams, { person: "lead-a", name: `${run}, screen 1`, actionId: 1 }),
    aScreen(teams, { person: "lead-b", name: `${run}, screen 2`, actionId: 4 }),
    aScreen(teams, { person: "owner", name: `${run}, screen 3` }),
  ]);
  const token = await adminToken(teams, dataFolder);
  await makeTrouble(teams.sharePoint, badDay, token);
  const until = Date.now() + seconds * 1000;
  await Promise.all([...clients, ...screens].map(async (each) => each.work(until)));
  const strikes = await strikesAt(teams.sharePoint, token);
  await onceMore(() => makeTrouble(teams.sharePoint, {}, token));

  const everybody = [...clients, ...screens];
  const { open, notes } = await recordOf(teams, run);
  const told = everybody.flatMap((each) => each.notes);
  const outcome = {
    promised: told.length,
    ...compared(told, notes),
    differing: [
      ...(await clientsThatDiffer(clients, open)),
      ...(await screensThatDiffer(screens, open)),
    ],
    again: everybody.reduce((sum, { tries }) => sum + tries.again, 0),
    looksInVain: clients.reduce((sum, { tries }) => sum + tries.looks, 0),
    strikes,
  };
  await Promise.all(screens.map(async (screen) => screen.close()));
  return outcome;
}

/** Trouble is made by whoever administers the site: here the app. */
function adminToken(teams: ATeams, dataFolder: string): Promise<string> {
  const settings = settingsOf({ settings: join(dataFolder, "settings.env") });
  return appTokens(tenancyConfiguration(settings))(teams.sharePoint);
}

function connecting(teams: ATeams, person: string) {
  return { siteUrl: `${teams.sharePoint}/sites/plan`, token: () => teams.sharePointToken(person) };
}

function clientOf(teams: ATeams, at: number, run: string): Promise<Client> {
  const person = speakers[at % speakers.length] ?? speakers[0];
  const random = numbers(at + 1);
  const site = connecting(teams, person);
  return aClient({ name: `${run}, client ${at + 1}`, ...site, planId, pace: 2000, random });
}

/** From 0 to 1; the same row for the same seed (Park and Miller's generator). */
function numbers(seed: number): () => number {
  let last = seed * 7919;
  return () => {
    last = (last * 48_271) % 2_147_483_647;
    return last / 2_147_483_647;
  };
}

/** The connection that it is asked on may be one that the bad day ended. */
function onceMore<T>(ask: () => Promise<T>): Promise<T> {
  return ask().catch(ask);
}

async function strikesAt(origin: string, token: string): Promise<readonly number[]> {
  const headers = { authorization: `Bearer ${token}` };
  const answer = await onceMore(() => fetch(`${origin}/_local/faults`, { headers }));
  return z.object({ strikes: z.array(z.number()) }).parse(await answer.json()).strikes;
}

/** The plan as somebody sees it who opens it now, and what these people said in it. */
async function recordOf(teams: ATeams, run: string) {
  const site = connecting(teams, "owner");
  const open = await connectSharePoint(site).plans.open(planId);
  const { record } = await connectHistory(site).history.forPlan(planId);
  const notes = record
    .flatMap((entry) => (entry.type === "update" ? (entry.note ?? "") : []))
    .filter((note) => note.startsWith(run));
  return { open, notes };
}

function compared(told: readonly string[], stood: readonly string[]) {
  const counts = new Map<string, number>();
  for (const note of stood) counts.set(note, (counts.get(note) ?? 0) + 1);
  return {
    lost: told.filter((note) => !counts.has(note)),
    twice: [...counts].flatMap(([note, count]) => (count > 1 ? note : [])),
    untold: [...counts.keys()].filter((note) => !told.includes(note)),
  };
}

async function clientsThatDiffer(clients: readonly Client[], open: OpenPlan): Promise<string[]> {
  const wanted = standing(open);
  const all = await Promise.all(clients.map(async (client) => standing(await client.settled())));
  return all.flatMap((each, at) => (each === wanted ? [] : `Client ${at + 1}`));
}

/** Where every action stands. */
function standing({ plan, agencies, actions, record }: OpenPlan): string {
  return JSON.stringify([...foldPlan(plan.scheme, agencies, actions, record)]);
}

/** Seconds that a screen may take to show the last that was said; after trouble it waits longer before it looks again. */
const patience = 40;

async function screensThatDiffer(screens: readonly Screen[], open: OpenPlan): Promise<string[]> {
  const view = viewPlan(open);
  const today = dayOf(new Date());
  const wanted = new Map(
    [...view.actions].map(([id, each]) => [
      `action/${id}`,
      actionRowName(view.scheme, each, today),
    ]),
  );
  const wrongRow = async (screen: Screen) => {
    const rows = [...(await screen.rows())];
    const wrong = rows.find(([key, name]) => wanted.get(key) !== name);
    if (!wrong) return rows.length > 0 ? undefined : "shows no row";
    return `says “${wrong[1]}” where the record says “${wanted.get(wrong[0])}”`;
  };
  const end = Date.now() + patience * 1000;
  for (;;) {
    const wrong = await Promise.all(screens.map(wrongRow));
    const differing = wrong.flatMap((each, at) => (each ? `Screen ${at + 1} ${each}` : []));
    if (differing.length === 0 || Date.now() > end) return differing;
    await pause(500);
  }
}
