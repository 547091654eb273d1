import { AsyncLocalStorage } from "node:async_hooks";
import { decodeJwt } from "jose";
import type { AppStores, PersonStores } from "#bot/bot-options.ts";
import type { Action, Plan, Recommendation } from "#plan/plan.ts";
import { brag } from "#plan/rating-scheme.ts";
import type { Update } from "#plan/record.ts";
import type { Post } from "#usecases/card-ports.ts";
import type { OpenAction, OpenPlan } from "#usecases/ports/plans.ts";
import { agencies, type Person } from "./bot-people.ts";

/** Milliseconds that each request to SharePoint takes. */
const sharePointMilliseconds = 50;

const plan: Plan = { id: 3, title: "Plan", regulator: "CQC", scheme: brag, channel: "19:plan" };
const recommendation: Recommendation = {
  id: 9,
  ref: "4.2",
  order: 1,
  text: "See that neglect is noticed early.",
  addressees: [],
  paragraphs: [],
};

/** One action an agency; each has a card in the channel. */
const actions: readonly Action[] = agencies.map(({ id, shortName }) => ({
  id,
  recommendationId: recommendation.id,
  order: id,
  agencies: [shortName],
  agencyAsPrinted: shortName,
  text: `Give supervision once a quarter, as ${shortName} agreed`,
  leads: ["Head of service"],
  dueAsPrinted: "",
}));

/** A plan in memory behind requests that take as long as SharePoint's, and how long each press waited for them. */
export class BenchPlan {
  readonly updates: Update[] = [];
  readonly #keys = new Map<string, number>();
  readonly #waited = new AsyncLocalStorage<{ milliseconds: number }>();
  readonly #people: ReadonlyMap<unknown, Person>;
  readonly #once = new Set<string>();
  readonly #posts: readonly Post[];
  #position = "0";

  constructor(people: readonly Person[]) {
    this.#people = new Map(people.map((person) => [person.objectId, person]));
    this.#posts = actions.map(({ id }) => ({
      planId: plan.id,
      actionId: id,
      conversation: "19:plan",
      message: String(id),
    }));
  }

  /** How long SharePoint took in what `work` does and waits for, in milliseconds. */
  async waiting<T>(
    work: () => Promise<T>,
  ): Promise<{ readonly milliseconds: number; readonly result: T }> {
    const waited = { milliseconds: 0 };
    const result = await this.#waited.run(waited, work);
    return { milliseconds: waited.milliseconds, result };
  }

  storesFor(token: () => Promise<string>): PersonStores {
    return this.#stores(async () => this.#people.get(decodeJwt(await token())["oid"]));
  }

  appStores(): AppStores {
    return {
      ...this.#stores(async () => undefined),
      posts: {
        add: () => this.#slow(() => undefined),
        of: ({ actionId }) =>
          this.#slow(() =>
            this.#posts.filter((post) => actionId !== undefined && post.actionId === actionId),
          ),
        ofPlan: () => this.#slow(() => this.#posts),
        forget: () => this.#slow(() => undefined),
        bringBack: () => this.#slow(() => ({ back: [], standing: [] })),
        first: (what) => this.#slow(() => !this.#once.has(what) && Boolean(this.#once.add(what))),
      },
      members: { of: () => this.#slow(() => ({ agencies: [], owners: [], everybody: [] })) },
      channels: { adopt: () => this.#slow(() => undefined) },
      threads: {
        of: () => this.#slow(() => ({ written: undefined, version: "1" })),
        write: () => this.#slow(() => undefined),
      },
      changes: {
        position: () => this.#slow(() => this.#position),
        remember: (position) => this.#slow(() => void (this.#position = position)),
        since: (position = "0") =>
          this.#slow(() => ({
            position: String(this.updates.length),
            changed: this.updates.slice(Number(position)).map(({ id, created, actionId }) => ({
              list: "Updates" as const,
              id,
              planId: plan.id,
              created,
              actionId,
              recommendationId: recommendation.id,
            })),
          })),
      },
      meetings: { open: notHere, record: notHere },
      reminders: { wishes: notHere },
    };
  }

  #stores(who: () => Promise<Person | undefined>): PersonStores {
    return {
      plans: {
        list: () => this.#slow(() => [{ id: plan.id, title: plan.title, channel: plan.channel }]),
        openNewest: notHere,
        open: () => this.#slow(() => this.#plan()),
        withStrays: notHere,
        changesSince: notHere,
      },
      actions: {
        open: async (_plan, id) => {
          const person = await who();
          const open = () => this.#action(id, person);
          return person ? this.#slowFor(open) : this.#slow(open);
        },
      },
      wishes: { wish: notHere },
      recommendations: {
        open: () => this.#slow(() => ({ ...this.#plan(), recommendation })),
      },
      record: {
        forAction: notHere,
        forRecommendation: notHere,
        ofChallenges: notHere,
        challenge: notHere,
        decide: notHere,
        append: ({ planId: _plan, agency, ...said }) =>
          this.#slowFor(() => {
            const id = this.#keys.get(said.key) ?? this.updates.length + 1;
            if (this.#keys.has(said.key)) return { id };
            this.#keys.set(said.key, id);
            const created = new Date().toISOString();
            const counts = { evidenceCount: 0, impactCount: 0 };
            this.updates.push({
              ...said,
              ...counts,
              type: "update",
              id,
              created,
              folder: agency.folder,
            });
            return { id };
          }),
      },
    };
  }

  #plan(): OpenPlan {
    return {
      plan,
      agencies,
      recommendations: [recommendation],
      actions,
      record: [],
      me: me(undefined),
      changeToken: "1",
    };
  }

  #action(id: number, person: Person | undefined): OpenAction {
    const action = actions.find((each) => each.id === id);
    if (!action) throw new RangeError("There is no such action.");
    // As much of a record as a year of monthly statements.
    const record = this.updates.filter(({ actionId }) => actionId === id).slice(-12);
    return { plan, agencies, recommendation, action, record, me: me(person) };
  }

  async #slow<T>(answer: () => T | Promise<T>): Promise<T> {
    await new Promise((resolve) => setTimeout(resolve, sharePointMilliseconds));
    return answer();
  }

  /** As somebody who presses: the time counts for their press. What the app does beside it does not hold it up. */
  async #slowFor<T>(answer: () => T | Promise<T>): Promise<T> {
    const started = performance.now();
    const result = await this.#slow(answer);
    const waited = this.#waited.getStore();
    if (waited) waited.milliseconds += performance.now() - started;
    return result;
  }
}

function me(person: Person | undefined) {
  const own = person ? [person.agency.shortName] : [];
  return { id: 1, name: "Somebody", loginName: "somebody", agencies: own, roles: [] };
}

function notHere(): never {
  throw new Error("The bench has no such thing.");
}
