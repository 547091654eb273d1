import { addDays, dayOf, type IsoDate } from "#plan/iso-date.ts";
import { dueLines } from "#plan/reminders/due-lines.ts";
import {
  type MondayReminder,
  mondayReminders,
  type RemindedPeople,
} from "#plan/reminders/monday-reminders.ts";
import { isoWeek, isQuiet, type ReminderWish, usualWish } from "#plan/reminders/when-to-remind.ts";
import type { Agency, Plan } from "#plan/plan.ts";
import type { PlanStore } from "./ports/plans.ts";
import type { RecordStore } from "./ports/record.ts";

/**
 * What became of a message: `failed` says why in words for the owner, `later` that it was certainly not sent, `unknown` that
 * nobody knows whether it arrived, so that it is not sent again.
 */
export type Outcome =
  | { readonly state: "sent" }
  | { readonly state: "unknown"; readonly reason: string }
  | { readonly state: "failed"; readonly reason: string }
  | { readonly state: "later"; readonly reason: string };

/** One person's reminder of one week, which this process alone may send. */
export interface Claim {
  readonly itemId: number;
}

export interface ReminderStore {
  /** Whom a plan's lines are for. */
  people(planId: number): Promise<RemindedPeople>;
  /** What people asked for, by login name in lower case; the newest word of each. */
  wishes(): Promise<ReadonlyMap<string, ReminderWish>>;
  /** Login names that could not be reached in any of those weeks, in lower case. */
  unreachable(weeks: readonly string[]): Promise<ReadonlySet<string>>;
  /** Takes the week's reminder of a person; undefined where it was taken before, here or on another machine. */
  claim(week: string, loginName: string): Promise<Claim | undefined>;
  /** Writes down what became of it. */
  conclude(claim: Claim, outcome: Outcome): Promise<void>;
  /** Reminders of the week that were begun and of which nobody knows whether they arrived. */
  unknown(week: string, begunBefore: Date): Promise<readonly string[]>;
  /** Whom reminders of those weeks did not reach, or perhaps not, the newest of each person. */
  notReached(weeks: readonly string[]): Promise<readonly NotReached[]>;
}

export interface NotReached {
  readonly loginName: string;
  /** In words for the owner. */
  readonly reason: string;
}

/** What people ask for about their own reminders. */
export interface WishStore {
  /** Once a key, in the folder of an agency that the person speaks for; those with a role in the plan need none. */
  wish(wish: ReminderWish, of: { readonly agency?: Agency; readonly key: string }): Promise<void>;
}

/** What goes out with a reminder. */
export interface ReminderSetting {
  /** The plans that its lines are of, by id. */
  readonly plans: ReadonlyMap<number, Plan>;
  /** For owners alone. */
  readonly notReached: readonly NotReached[];
}

export interface SendRemindersPorts {
  readonly plans: PlanStore;
  readonly record: RecordStore;
  readonly reminders: ReminderStore;
  readonly send: (reminder: MondayReminder, setting: ReminderSetting) => Promise<Outcome>;
  readonly now: () => Date;
}

export interface SendReminders {
  /** The day it is done for; today where it is left out. */
  readonly date?: IsoDate | undefined;
  /** Says what would be sent, writes and sends nothing. */
  readonly dryRun?: boolean | undefined;
  /** Tries those too who could not be reached three weeks running. */
  readonly again?: boolean | undefined;
}

export type ReminderState =
  | "sent"
  | "would-send"
  | "before"
  | "off"
  | "quiet"
  | "failed"
  | "later"
  | "given-up"
  | "unknown";

export interface Reminded {
  readonly loginName: string;
  readonly state: ReminderState;
  readonly reason?: string | undefined;
  readonly reminder?: MondayReminder | undefined;
}

/** A claim that is older than this and was not concluded was left by a process that ended. */
const minutesToSend = 10;

/**
 * Sends everybody their Monday card, once a week however often and on however many machines it runs. Whoever has quiet
 * hours is left for a later run. Throws what the stores throw; a message that could not be sent is an answer.
 */
export async function sendReminders(
  ports: SendRemindersPorts,
  asked: SendReminders = {},
): Promise<readonly Reminded[]> {
  const today = asked.date ?? dayOf(ports.now());
  const week = isoWeek(today);
  const { told, plans, owners } = await remindersOn(ports, today);
  const [wishes, unreachable] = await Promise.all([
    ports.reminders.wishes(),
    ports.reminders.unreachable([7, 14, 21].map((days) => isoWeek(addDays(today, -days)))),
  ]);
  const done: Reminded[] = [];
  const remind = async (reminder: MondayReminder) => {
    const login = reminder.loginName.toLowerCase();
    const wish = wishes.get(login) ?? usualWish;
    const givenUp = unreachable.has(login) && !asked.again;
    const left = leftAlone(wish, givenUp) ?? notNow(wish, ports.now(), asked);
    const isOwner = owners.has(reminder.loginName);
    const state = left ?? (await sent({ ...ports, week, today }, reminder, { plans, isOwner }));
    done.push({ loginName: reminder.loginName, reminder, ...state });
  };
  // Owners come last, because they are told whom the others' did not reach.
  const [theirs = [], others = []] = [true, false].map((isOwner) =>
    told.filter(({ loginName }) => owners.has(loginName) === isOwner),
  );
  for (const reminder of others) await remind(reminder);
  const known = await ports.reminders.notReached(weeksTold(today));
  for (const reminder of known.length > 0 ? withEach(owners, theirs) : theirs)
    await remind(reminder);
  if (asked.dryRun) return done;
  const unknown = done.filter(({ state }) => state === "unknown").map(({ loginName }) => loginName);
  const left = await leftBehind(ports, week);
  return [...done, ...left.filter(({ loginName }) => !unknown.includes(loginName))];
}

/** Also of those who are to be told of nothing else. */
function withEach(
  owners: ReadonlySet<string>,
  theirs: readonly MondayReminder[],
): readonly MondayReminder[] {
  const nothing = { overdue: [], due: [], asked: [], checks: [], escalated: [] };
  const untold = [...owners].filter((owner) => !theirs.some((each) => each.loginName === owner));
  return [...theirs, ...untold.map((loginName) => ({ loginName, ...nothing }))];
}

/** What failed after an owner had this week's card stands in next week's. */
function weeksTold(today: IsoDate): readonly string[] {
  return [isoWeek(addDays(today, -7)), isoWeek(today)];
}

const wouldSend = { state: "would-send" } as const;

async function remindersOn(
  { plans, record, reminders }: SendRemindersPorts,
  today: IsoDate,
): Promise<{
  told: readonly MondayReminder[];
  plans: ReadonlyMap<number, Plan>;
  owners: ReadonlySet<string>;
}> {
  const all = [];
  const known = new Map<number, Plan>();
  for (const { id, unreadable } of await plans.list()) {
    // It is told where reminders are sent; the other plans' people get theirs.
    if (unreadable !== undefined) continue;
    const [open, challenges, people] = await Promise.all([
      plans.open(id),
      record.ofChallenges(id),
      reminders.people(id),
    ]);
    known.set(id, open.plan);
    const asked = challenges.filter(({ type }) => type === "challenge");
    const rest = open.record.filter(({ type }) => type !== "challenge");
    all.push({ lines: dueLines({ ...open, record: [...rest, ...asked] }, today), people });
  }
  const owners = new Set(all.flatMap(({ people }) => people.owners));
  return { told: mondayReminders(all), plans: known, owners };
}

function leftAlone(
  wish: ReminderWish,
  givenUp: boolean,
): Pick<Reminded, "state" | "reason"> | undefined {
  if (wish.off) return { state: "off" };
  if (givenUp) return { state: "given-up", reason: "could not be reached three weeks running" };
  return undefined;
}

function notNow(
  wish: ReminderWish,
  now: Date,
  { dryRun }: SendReminders,
): Pick<Reminded, "state" | "reason"> | undefined {
  const quiet = isQuiet(wish, now);
  if (dryRun) return quiet ? { state: "would-send", reason: "after their quiet hours" } : wouldSend;
  return quiet ? { state: "quiet" } : undefined;
}

async function sent(
  ports: SendRemindersPorts & { readonly week: string; readonly today: IsoDate },
  reminder: MondayReminder,
  { plans, isOwner }: { readonly plans: ReadonlyMap<number, Plan>; readonly isOwner: boolean },
): Promise<Pick<Reminded, "state" | "reason">> {
  const { reminders, send, week, today } = ports;
  const claim = await reminders.claim(week, reminder.loginName);
  if (!claim) return { state: "before" };
  const notReached = isOwner ? await reminders.notReached(weeksTold(today)) : [];
  const outcome = await send(reminder, { plans, notReached });
  await reminders.conclude(claim, outcome);
  return outcome;
}

async function leftBehind(
  { reminders, now }: SendRemindersPorts,
  week: string,
): Promise<readonly Reminded[]> {
  const begunBefore = new Date(now().getTime() - minutesToSend * 60_000);
  return (await reminders.unknown(week, begunBefore)).map((loginName) => ({
    loginName,
    state: "unknown",
    reason: "a run ended while it was sent, so it may have arrived; it is not sent again",
  }));
}
