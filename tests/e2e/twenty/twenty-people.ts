import { setTimeout as pause } from "node:timers/promises";
import * as z from "zod/mini";
import { foldPlan } from "#plan/fold.ts";
import { makeTrouble } from "#tests/local/sharepoint/support/trouble.ts";
import type { ATeams } from "#tests/tab/support/a-teams.ts";
import { appToken } from "#tests/tab/support/trouble.ts";
import { aClient, type Client } from "./a-client.ts";
import { aScreen, type Screen } from "./a-window.ts";
import { proposedByHand, rawStatements, type RawStatement } from "./raw-lists.ts";

/** SharePoint on a bad day: too busy, gone at any moment of what was asked, or kept away by something in between. */
const badDay = [
  { kind: "throttle", chance: 0.03, retryAfter: 1 },
  { kind: "throttle", status: 503, asDate: true, chance: 0.02, retryAfter: 2 },
  { kind: "drop", when: "before", chance: 0.03 },
  { kind: "drop", when: "after", chance: 0.03 },
  { kind: "drop", when: "half-way", chance: 0.03 },
  { kind: "half-batch", chance: 0.05 },
  { kind: "expired-token", chance: 0.02 },
  { kind: "web-page", chance: 0.02 },
  { kind: "latency", milliseconds: 500, jitter: 2500, chance: 0.03 },
];

/** Longer than anybody waits for an answer, so that what is asked again may have been done all the same: for long runs only. */
const neverInTime = { kind: "latency", milliseconds: 35_000, chance: 0.002 };
const longRun = 60;

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
  /** Statements under a key that another has too. */
  readonly sameKey: readonly string[];
  /** Clients and screens that do not end with what the lists amount to, counted by hand, or not like one another. */
  readonly differing: readonly string[];
  /** Presses beyond the first, looks in vain, and how often each fault of the bad day struck. */
  readonly again: number;
  readonly looksInVain: number;
  readonly strikes: readonly number[];
}

/**
 * Twenty people on one plan for so many seconds, on a bad day: six at screens in browsers of their own, one of them on a
 * train through tunnels, and fourteen without a screen, who all but two propose ratings. What became of it is counted
 * from the raw lists.
 */
export async function twentyPeople(
  { teams, dataFolder }: { readonly teams: ATeams; readonly dataFolder: string },
  seconds: number,
): Promise<Outcome> {
  // A second run on the same plan counts its own.
  const run = `Run ${Date.now()}`;
  const clients = await Promise.all(
    Array.from({ length: 14 }, (_, at) => clientOf(teams, at, run)),
  );
  const screens = await Promise.all([
    aScreen(teams, { person: "lead-a", name: `${run}, screen 1`, actionId: 1 }),
    aScreen(teams, { person: "lead-b", name: `${run}, screen 2`, actionId: 4, tunnels: true }),
    aScreen(teams, { person: "owner", name: `${run}, screen 3` }),
    aScreen(teams, { person: "lead-a", name: `${run}, screen 4`, actionId: 3 }),
    aScreen(teams, { person: "lead-b", name: `${run}, screen 5`, actionId: 4 }),
    aScreen(teams, { person: "reader", name: `${run}, screen 6` }),
  ]);
  const token = await appToken(teams, dataFolder);
  const faults = seconds < longRun ? badDay : [...badDay, neverInTime];
  await makeTrouble(teams.sharePoint, { seed: 20, faults }, token);
  const until = Date.now() + seconds * 1000;
  await Promise.all([...clients, ...screens].map(async (each) => each.work(until)));
  const strikes = await strikesAt(teams.sharePoint, token);
  await onceMore(() => makeTrouble(teams.sharePoint, {}, token));

  const everybody = [...clients, ...screens];
  // What the patience of whoever asked did not wait for may still be done.
  await pause(faults.includes(neverInTime) ? neverInTime.milliseconds : 0);
  const raw = await rawStatements(
    `${teams.sharePoint}/sites/plan`,
    await teams.sharePointToken("owner"),
    planId,
  );
  const told = everybody.flatMap((each) => each.notes);
  const wanted = byHand(raw, run);
  const outcome = {
    promised: told.length,
    ...compared(told, raw, run),
    differing: [
      ...(await clientsThatDiffer(clients, raw, wanted)),
      ...(await screensThatDiffer(screens, wanted)),
    ],
    again: everybody.reduce((sum, { tries }) => sum + tries.again, 0),
    looksInVain: clients.reduce((sum, { tries }) => sum + tries.looks, 0),
    strikes,
  };
  await Promise.all(screens.map(async (screen) => screen.close()));
  return outcome;
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

/** What is proposed for the actions of which something was said in this run, as whoever counts the lists finds it. */
function byHand(raw: readonly RawStatement[], run: string): ReadonlyMap<number, string> {
  const touched = new Set(
    raw.filter(({ note }) => note.startsWith(run)).map(({ actionId }) => actionId),
  );
  return proposedByHand(raw.filter(({ actionId }) => touched.has(actionId)));
}

function compared(told: readonly string[], raw: readonly RawStatement[], run: string) {
  const own = raw.filter(({ note }) => note.startsWith(run));
  const notes = Map.groupBy(own, ({ note }) => note);
  const keys = Map.groupBy(raw, ({ key }) => key.toLowerCase());
  return {
    lost: told.filter((note) => !notes.has(note)),
    twice: [...notes].flatMap(([note, all]) => (all.length > 1 ? note : [])),
    untold: [...notes.keys()].filter((note) => !told.includes(note)),
    sameKey: [...keys].flatMap(([key, all]) => (all.length > 1 ? key : [])),
  };
}

/** Each has every statement that stands in the lists, and no other, and draws the same from them. */
async function clientsThatDiffer(
  clients: readonly Client[],
  raw: readonly RawStatement[],
  wanted: ReadonlyMap<number, string>,
): Promise<string[]> {
  const ids = raw.map(({ id }) => id).join();
  const all = await Promise.all(clients.map(async (client) => client.settled()));
  return all.flatMap(({ plan, agencies, actions, record }, at) => {
    const has = record.filter(({ type }) => type === "update").map(({ id }) => id);
    const states = foldPlan(plan.scheme, agencies, actions, record);
    const wrong = [...wanted].find(([id, rating]) => states.get(id)?.proposed !== rating);
    return [
      ...(has.toSorted((one, other) => one - other).join() === ids
        ? []
        : [`Client ${at + 1} knows ${has.length} statements of ${raw.length}`]),
      ...(wrong ? [`Client ${at + 1} does not draw ${wrong.join(": ")} from the record`] : []),
    ];
  });
}

/** Seconds that a screen may take to show the last that was said; after trouble it waits longer before it looks again. */
const patience = 75;

/** Each says of every action that was rated what the lists say, and the same as every other. */
async function screensThatDiffer(
  screens: readonly Screen[],
  wanted: ReadonlyMap<number, string>,
): Promise<string[]> {
  const end = Date.now() + patience * 1000;
  for (;;) {
    const rows = await Promise.all(screens.map(async (screen) => screen.rows()));
    const differing = rows.flatMap((own, at) => wrongOn(own, rows[0] ?? own, wanted, at + 1));
    if (differing.length === 0 || Date.now() > end) return differing;
    await pause(500);
  }
}

function wrongOn(
  own: ReadonlyMap<string, string>,
  first: ReadonlyMap<string, string>,
  wanted: ReadonlyMap<number, string>,
  number: number,
): string[] {
  const rated = [...wanted].filter(([id]) => own.has(`action/${id}`));
  const wrong = rated.find(([id, rating]) => {
    const name = `${rating.charAt(0).toUpperCase()}${rating.slice(1)}`;
    return !new RegExp(`(?:Proposed|Agreed) ${name}\\b`).test(own.get(`action/${id}`) ?? "");
  });
  const unlike = [...own].find(([key, name]) => first.has(key) && first.get(key) !== name);
  return [
    ...(rated.length === 0 ? [`Screen ${number} shows no row that was rated`] : []),
    ...(wrong ? [`Screen ${number} says “${own.get(`action/${wrong[0]}`)}” for ${wrong[1]}`] : []),
    ...(unlike ? [`Screen ${number} says “${unlike[1]}”, and screen 1 does not`] : []),
  ];
}
