import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { SignInError, UnavailableError } from "#plan/errors.ts";
import { speaksFor } from "#plan/permissions.ts";
import { connectSharePoint } from "#sharepoint/connect.ts";
import type { OpenPlan } from "#usecases/ports/plans.ts";
import { proposeRating } from "#usecases/propose-rating.ts";

export interface Client {
  /** What it was told is saved. */
  readonly notes: readonly string[];
  /** How often it had to save again, and how often it looked in vain. */
  readonly tries: { again: number; looks: number };
  /** Says something and looks what is new, again and again, until the time is over. */
  work(until: number): Promise<void>;
  /** Looks until nothing is new; the plan as this client has it then. */
  settled(): Promise<OpenPlan>;
}

interface ClientOptions {
  readonly name: string;
  readonly siteUrl: string;
  readonly token: () => Promise<string>;
  readonly planId: number;
  /** Milliseconds between two statements, at most. */
  readonly pace: number;
  /** From 0 to 1, the same row of numbers for the same client. */
  readonly random: () => number;
}

/** Somebody with the plan open in a tab of their own: the tab's stores, without its screen. */
export async function aClient(options: ClientOptions): Promise<Client> {
  const { name, siteUrl, token, planId, pace, random } = options;
  const stores = connectSharePoint({ siteUrl, token });
  const tries = { again: 0, looks: 0 };
  const notes: string[] = [];
  let open = await untilItWorks(
    () => stores.plans.open(planId),
    () => (tries.looks += 1),
  );
  const own = open.actions.filter((action) => speaksFor(open.me, action).length > 0);

  async function say(): Promise<void> {
    const action = own[Math.floor(random() * own.length)];
    const rating = open.plan.scheme.ratings[Math.floor(random() * open.plan.scheme.ratings.length)];
    if (!action || !rating) throw new Error(`${name} has nothing to say.`);
    const [agency = ""] = speaksFor(open.me, action);
    const note = `${name} says ${notes.length + 1}.`;
    const said = { open: { ...open, action }, agency, rating: rating.id, evidence: [], note };
    const key = randomUUID();
    await untilItWorks(
      () => proposeRating(stores, { ...said, key }),
      () => (tries.again += 1),
    );
    notes.push(note);
  }
  async function look(): Promise<boolean> {
    const next = await untilItWorks(
      () => stores.plans.changesSince(open),
      () => (tries.looks += 1),
    );
    open = next ?? open;
    return next !== undefined;
  }
  return {
    notes,
    tries,
    async work(until) {
      while (Date.now() < until) {
        await pause(pace * random());
        await say();
        await look();
      }
    },
    async settled() {
      while (await look());
      return open;
    },
  };
}

/** As a person does who is told that it is not saved yet: once more, with the same words. */
async function untilItWorks<T>(ask: () => Promise<T>, onFailure: () => void): Promise<T> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      onFailure();
      await pause(secondsBefore(error) * 1000);
    }
  }
}

function secondsBefore(error: unknown): number {
  // Whoever signs in again goes on at once.
  if (error instanceof SignInError) return 0.2;
  if (!(error instanceof UnavailableError)) throw error;
  return Math.min(error.retryAfter ?? 1, 5);
}
