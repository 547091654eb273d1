import { decodeJwt } from "jose";
import {
  ConflictError,
  NotAllowedError,
  NotFoundError,
  RefusedError,
  SignInError,
} from "#plan/errors.ts";
import type { Meeting } from "#plan/meeting.ts";
import type { Me } from "#plan/permissions.ts";
import type { Action, Agency, Recommendation } from "#plan/plan.ts";
import type { ReminderWish } from "#plan/reminders/when-to-remind.ts";
import { brag } from "#plan/rating-scheme.ts";
import { byCreatedThenId } from "#plan/record-order.ts";
import type { Entry, Update } from "#plan/record.ts";
import { people, personByObjectId, type Person } from "#local/people.ts";
import type { AppStores, PersonStores } from "#bot/bot-options.ts";
import type { ChangedItem, OpenRecommendation, Post } from "#usecases/card-ports.ts";
import type { OpenAction, OpenPlan } from "#usecases/ports/plans.ts";
import type { NewUpdate } from "#usecases/ports/record.ts";

const agencies: readonly Agency[] = [
  anAgency(1, "Health", "Marlshire Community Health"),
  anAgency(2, "Council", "Marlshire Council"),
];

/** Who speaks for which agency; the scrutiny member only reads, the outsider does not even that. */
const speaking: Readonly<Record<string, readonly string[]>> = {
  "lead-a": ["Health"],
  "lead-b": ["Council"],
  "lead-c": ["Health", "Council"],
};

const roles: Readonly<Record<string, Me["roles"]>> = {
  chair: ["challenge"],
  scrutiny: ["scrutiny"],
  owner: ["owner"],
};

export const ofHealth = 27;
export const ofBoth = 28;

/** A plan in memory with SharePoint's refusals: whose token it is decides what is read and written. */
export class RememberedPlan {
  readonly updates: Update[] = [];
  /** Questions and decisions. */
  readonly said: Entry[] = [];
  posts: Post[] = [];
  readonly #gone: Post[] = [];
  /** What was done once. */
  readonly done = new Set<string>();
  meeting: Meeting = {
    id: 4,
    planId: 3,
    starts: "2026-11-12T13:00:00Z",
    chair: { loginName: "i:0#.f|membership|chair@marlshire.example", name: "Chair" },
    agenda: [],
    attendance: [{ agency: "Health", name: "Lead officer A", present: true }],
    version: "1",
  };
  /** What people asked for about reminders, by login name. */
  readonly wishes = new Map<string, ReminderWish>();
  readonly threads = new Map<number, { written: string | undefined; version: number }>();
  /** How far the app has looked at what changed. */
  position: string | undefined = "0";
  channel: string | undefined;
  /** What the next write waits for. */
  hold: Promise<void> = Promise.resolve();
  /** What the next opened action waits for. */
  holdReads: Promise<void> = Promise.resolve();
  tries = 0;
  /** How many more times SharePoint does not take somebody's token. */
  refuse = 0;

  storesFor(token: (fresh?: boolean) => Promise<string>): PersonStores {
    return this.#stores(async () => {
      if (this.#refuses()) await token(true);
      if (this.#refuses()) throw new SignInError("The sign-in has run out.");
      const person = personByObjectId(decodeJwt(await token())["oid"]);
      if (!person || person.id === "outsider") {
        throw new NotAllowedError("You have no right to see this plan.");
      }
      return person;
    });
  }

  #refuses(): boolean {
    if (this.refuse === 0) return false;
    this.refuse -= 1;
    return true;
  }

  appStores(): AppStores {
    return {
      ...this.#stores(async () => undefined),
      posts: {
        add: async (post) => void this.posts.push(post),
        of: async ({ actionId, recommendationId, challengeId }) =>
          this.posts.filter(
            (post) =>
              post.actionId === actionId &&
              post.challengeId === challengeId &&
              (challengeId !== undefined || post.recommendationId === recommendationId),
          ),
        ofPlan: async () => this.posts,
        forget: async (post) => {
          this.#gone.push(...this.posts.filter(({ message }) => message === post.message));
          this.posts = this.posts.filter(({ message }) => message !== post.message);
        },
        bringBack: async (_planId, id) => {
          const back = this.#gone.filter(({ message }) => message === id);
          const standing = this.posts.filter(({ message }) => message === id);
          this.posts.push(...back);
          return { back, standing };
        },
        first: async (what) => !this.done.has(what) && Boolean(this.done.add(what)),
      },
      reminders: { wishes: async () => this.wishes },
      meetings: {
        open: async () => this.meeting,
        record: async () => this.said.filter((entry) => entry.type !== "update"),
      },
      threads: {
        of: async (_planId, id) => {
          const { written, version } = this.threads.get(id) ?? { written: undefined, version: 0 };
          return { written, version: String(version) };
        },
        write: async (id, { version }, written) => {
          const now = this.threads.get(id)?.version ?? 0;
          if (String(now) !== version) throw new ConflictError("Somebody else was first.");
          this.threads.set(id, { written, version: now + 1 });
        },
      },
      changes: {
        position: async () => this.position,
        remember: async (position) => void (this.position = position),
        since: async (position) => ({
          position: String(this.#record().length),
          changed: this.#record()
            .slice(Number(position ?? this.#record().length))
            .map(changedBy),
        }),
      },
      members: {
        of: async () => ({
          agencies: agencies.map(({ shortName }) => ({
            agency: shortName,
            loginNames: people
              .filter(({ id }) => speaking[id]?.includes(shortName))
              .map(({ loginName }) => loginName),
          })),
          owners: people.filter(({ id }) => id === "owner").map(({ loginName }) => loginName),
          everybody: people.filter(({ id }) => id !== "outsider").map(({ loginName }) => loginName),
        }),
      },
      channels: {
        adopt: async (_planId, conversation, instead) => {
          if (this.channel && this.channel !== instead)
            throw new ConflictError("The plan has a channel.");
          this.channel = conversation;
        },
      },
    };
  }

  #stores(who: () => Promise<Person | undefined>): PersonStores {
    return {
      plans: {
        list: async () => [{ id: 3, title: "Marlshire", channel: this.channel }],
        openNewest: async () => undefined,
        open: async () => this.#plan(meOf(await who())),
        withStrays: async () => undefined,
        changesSince: async () => undefined,
      },
      wishes: {
        wish: async (wish, { agency }) => {
          const person = await who();
          const own = speaking[person?.id ?? ""] ?? [];
          if (!person || (agency && !own.includes(agency.shortName))) {
            throw new NotAllowedError("This is another agency's folder.");
          }
          this.wishes.set(person.loginName, wish);
        },
      },
      actions: {
        open: async (planId, actionId) => {
          await this.holdReads;
          return this.#action(meOf(await who()), planId, actionId);
        },
      },
      recommendations: {
        open: async (planId, id) => this.#recommendation(meOf(await who()), planId, id),
      },
      record: {
        forAction: async (id) => this.#record().filter(({ actionId }) => actionId === id),
        forRecommendation: async (id, ids) =>
          this.#record().filter(
            (entry) => ids.includes(entry.actionId ?? 0) || entry.recommendationId === id,
          ),
        append: async (update) => this.#append(await who(), update),
        ofChallenges: async () => this.said,
        challenge: async ({ planId: _plan, ...put }) => {
          const stated = await this.#stated(who);
          this.said.push({ ...put, ...stated, type: "challenge" });
          return stated;
        },
        decide: async ({ planId: _plan, ...agreed }) => {
          const stated = await this.#stated(who);
          this.said.push({ ...agreed, ...stated, type: "decision" });
          return stated;
        },
      },
    };
  }

  #plan(me: Me): OpenPlan {
    const plan = {
      id: 3,
      title: "Marlshire",
      regulator: "CQC",
      scheme: brag,
      channel: this.channel,
    };
    return {
      plan,
      agencies,
      recommendations,
      actions,
      record: this.#record(),
      me,
      changeToken: "1",
    };
  }

  #action(me: Me, planId: number, actionId: number): OpenAction {
    const action = actions.find(({ id }) => id === actionId);
    const recommendation = recommendations.find(({ id }) => id === action?.recommendationId);
    if (planId !== 3 || !action || !recommendation) {
      throw new NotFoundError("This action is not part of the plan that the card names.");
    }
    const { plan, record } = this.#plan(me);
    return { plan, agencies, recommendation, action, record, me };
  }

  #recommendation(me: Me, planId: number, id: number): OpenRecommendation {
    const recommendation = recommendations.find((each) => each.id === id);
    if (planId !== 3 || !recommendation)
      throw new NotFoundError("There is no such recommendation.");
    const { plan, record } = this.#plan(me);
    const own = actions.filter(({ recommendationId }) => recommendationId === id);
    return { plan, agencies, recommendation, actions: own, record, me };
  }

  /** Everything that was said, in the order of its numbers. */
  #record(): readonly Entry[] {
    return [...this.updates, ...this.said].toSorted(byCreatedThenId);
  }

  async #stated(who: () => Promise<Person | undefined>) {
    const person = await who();
    if (!person) throw new NotAllowedError("SharePoint refused to add to this list.");
    const author = { id: idOf(person), name: person.name };
    return { id: 1000 + this.said.length, created: new Date().toISOString(), author };
  }

  async #append(person: Person | undefined, update: NewUpdate): Promise<{ id: number }> {
    this.tries += 1;
    await this.hold;
    if (!person || !speaking[person.id]?.includes(update.agency.shortName)) {
      throw new NotAllowedError("SharePoint refused to add to this folder.");
    }
    const earlier = this.updates.find(({ key }) => key === update.key);
    if (earlier) return { id: earlier.id };
    if (update.note.includes("SharePoint, refuse")) throw new RefusedError("Refused.");
    const id = this.updates.length + 1;
    const { planId: _plan, agency, ...said } = update;
    this.updates.push({
      ...said,
      type: "update",
      id,
      folder: agency.folder,
      evidenceCount: update.evidence.length,
      impactCount: update.evidence.filter(({ kind }) => kind === "impact").length,
      created: new Date().toISOString(),
      author: { id: idOf(person), name: person.name },
    });
    return { id };
  }
}

const recommendations: readonly Recommendation[] = [
  aRecommendation(9, "4.2"),
  aRecommendation(10, "4.3"),
];

const actions: readonly Action[] = [
  anAction(ofHealth, 9, ["Health"]),
  anAction(ofBoth, 9, ["Health", "Council"]),
  ...Array.from({ length: 11 }, (_, at) =>
    anAction(40 + at, 10, at < 9 ? ["Health"] : ["Council"]),
  ),
];

function changedBy(entry: Entry): ChangedItem {
  const { id, created, actionId } = entry;
  const recommendationId =
    entry.type === "update"
      ? actions.find((action) => action.id === actionId)?.recommendationId
      : entry.recommendationId;
  const challengeId = entry.type === "challenge" ? id : entry.challengeId;
  const lists = { update: "Updates", decision: "Decisions", challenge: "Challenges" } as const;
  const list = lists[entry.type];
  return { list, id, planId: 3, created, actionId, recommendationId, challengeId };
}

const theApp: Me = {
  id: 99,
  name: "Action plan",
  loginName: "i:0i.t|ms.sp.ext|app",
  agencies: [],
  roles: [],
};

function meOf(person: Person | undefined): Me {
  if (!person) return theApp;
  const { id, name, loginName } = person;
  return {
    id: idOf(person),
    name,
    loginName,
    agencies: speaking[id] ?? [],
    roles: roles[id] ?? [],
  };
}

function idOf(person: Person): number {
  return people.indexOf(person) + 1;
}

function anAgency(id: number, shortName: string, name: string): Agency {
  return { id, shortName, name, otherNames: [], folder: shortName, group: `${shortName} group` };
}

function aRecommendation(id: number, ref: string): Recommendation {
  return {
    id,
    ref,
    order: id,
    text: `Recommendation ${ref}`,
    addressees: ["Health"],
    paragraphs: [],
  };
}

function anAction(id: number, recommendationId: number, of: readonly string[]): Action {
  return {
    id,
    recommendationId,
    order: id,
    agencies: of,
    agencyAsPrinted: of.join("/"),
    text: `Action number ${id}: give supervision once a quarter`,
    leads: [],
    due: "2026-12-03",
    dueAsPrinted: "3 December 2026",
  };
}
