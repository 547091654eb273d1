import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { SharePointReminderStore } from "#sharepoint/reminder-store.ts";
import { SharePointWishStore } from "#sharepoint/wish-store.ts";
import type { ReminderWish } from "#plan/reminders/when-to-remind.ts";
import type { MondayReminder } from "#plan/reminders/monday-reminders.ts";
import { connectSharePoint } from "#sharepoint/connect.ts";
import {
  type NotReached,
  type Outcome,
  sendReminders,
  type SendReminders,
} from "#usecases/send-reminders.ts";
import { type ASite, aSiteWithAPlan } from "#tests/support/a-site.ts";

let site: ASite & { readonly planId: number };
let messages: MondayReminder[];
let outcome: (reminder: MondayReminder) => Outcome;
/** A Monday at ten, six months after which the plan's only date is overdue. */
let now: Date;
/** What the owner was told of others' last. */
let told: readonly NotReached[] = [];

beforeAll(async () => {
  site = await aSiteWithAPlan();
});
afterAll(() => site.close());
beforeEach(() => {
  messages = [];
  outcome = () => ({ state: "sent" });
});

const nurse = "i:0#.f|membership|nurse@marlshire.example";
const owner = "i:0#.f|membership|owner@marlshire.example";
const midwife = "i:0#.f|membership|midwife@marlshire.example";

async function run(at: string, asked: SendReminders = {}) {
  now = new Date(at);
  const { plans, record } = connectSharePoint({
    siteUrl: site.siteUrl,
    token: async () => "admin",
  });
  const done = await sendReminders(
    {
      plans,
      record,
      reminders: new SharePointReminderStore(site.admin),
      now: () => now,
      send: async (reminder, { notReached }) => {
        messages.push(reminder);
        if (reminder.loginName === owner) told = notReached;
        return outcome(reminder);
      },
    },
    asked,
  );
  return Object.fromEntries(done.map(({ loginName, state }) => [loginName, state]));
}

describe("reminders", () => {
  it("say in a dry run who would get one, and write nothing", async () => {
    expect(await run("2027-01-04T10:00:00Z", { dryRun: true })).toEqual({ [nurse]: "would-send" });
    expect(await run("2027-01-04T10:00:00Z", { dryRun: true })).toEqual({ [nurse]: "would-send" });
    expect(messages).toEqual([]);
  });

  it("wait for the end of quiet hours, and of a day that nobody works", async () => {
    expect(await run("2027-01-04T06:00:00Z")).toEqual({ [nurse]: "quiet" });
    expect(await run("2027-01-03T10:00:00Z")).toEqual({ [nurse]: "quiet" });
    expect(messages).toEqual([]);
  });

  it("go out once a week, from however many machines at once", async () => {
    const runs = await Promise.all(Array.from({ length: 4 }, () => run("2027-01-04T10:00:00Z")));
    expect(
      runs
        .map((each) => each[nurse])
        .toSorted((one, other) => String(one).localeCompare(String(other))),
    ).toEqual(["before", "before", "before", "sent"]);
    expect(await run("2027-01-08T10:00:00Z")).toEqual({ [nurse]: "before" });
    expect(messages).toMatchObject([
      { loginName: nurse, overdue: [{ ref: "1.1", due: "2026-12-31" }] },
    ]);
    expect(await run("2027-01-11T10:00:00Z")).toEqual({ [nurse]: "sent" });
  });

  it("that were certainly not sent go out with a later run", async () => {
    outcome = () => ({ state: "later", reason: "Teams is too busy" });
    expect(await run("2027-01-18T10:00:00Z")).toEqual({ [nurse]: "later" });
    outcome = () => ({ state: "sent" });
    expect(await run("2027-01-18T11:00:00Z")).toEqual({ [nurse]: "sent" });
    expect(await run("2027-01-18T12:00:00Z")).toEqual({ [nurse]: "before" });
  });

  it("that were put off are taken up by one of many runs that begin at once", async () => {
    const stores = Array.from({ length: 4 }, () => new SharePointReminderStore(site.admin));
    const [first] = stores;
    const claim = await first?.claim("2026-W40", midwife);
    if (!first || !claim) throw new Error("Nobody could take a reminder.");
    await first.conclude(claim, { state: "later", reason: "Teams is too busy" });
    const taken = await Promise.all(stores.map(async (store) => store.claim("2026-W40", midwife)));
    expect(taken.filter((each) => each !== undefined)).toEqual([claim]);
  });

  it("of a run that ended half-way are told, and not sent again", async () => {
    outcome = () => {
      throw new Error("The process ended.");
    };
    await expect(run("2027-01-25T10:00:00Z")).rejects.toThrow("The process ended.");
    outcome = () => ({ state: "sent" });
    const done = await sendLater();
    expect(done).toEqual([
      { loginName: nurse, state: "unknown", reason: expect.stringContaining("not sent again") },
    ]);
  });

  it("to somebody who can't be reached are tried three weeks running, and then no more", async () => {
    outcome = () => ({ state: "failed", reason: "blocked the app" });
    for (const day of ["2027-02-01", "2027-02-08", "2027-02-15"])
      expect(await run(`${day}T10:00:00Z`)).toMatchObject({ [nurse]: "failed" });
    expect(await run("2027-02-22T10:00:00Z")).toMatchObject({ [nurse]: "given-up" });
    outcome = () => ({ state: "sent" });
    expect(await run("2027-02-22T10:00:00Z", { again: true })).toMatchObject({ [nurse]: "sent" });
    expect(await run("2027-03-01T10:00:00Z")).toEqual({ [nurse]: "sent" });
  });

  it("that did not reach somebody are told to the owner, who is told nothing else", async () => {
    outcome = ({ loginName }) =>
      loginName === nurse ? { state: "unknown", reason: "the line broke" } : { state: "sent" };
    expect(await run("2027-03-15T10:00:00Z")).toEqual({ [nurse]: "unknown", [owner]: "sent" });
    expect(told).toEqual([{ loginName: nurse, reason: "the line broke" }]);
    expect(messages.map(({ loginName }) => loginName)).toEqual([nurse, owner]);
    messages = [];
    await run("2027-03-16T10:00:00Z");
    expect(messages).toEqual([]);
    outcome = () => ({ state: "sent" });
    expect(await run("2027-03-22T10:00:00Z")).toEqual({ [nurse]: "sent" });
  });

  it("go to the officer whom an action names, and to its agency's contact", async () => {
    const items = site.admin.sp.web.lists.getByTitle("Actions").items;
    const { Id } = await site.admin.sp.web.ensureUser(nurse);
    const actions = await items.select("Id", "Title")();
    await items.getById(actions[0].Id).update({ LeadOfficersId: [Id] });
    const { leads, agencies } = await new SharePointReminderStore(site.admin).people(site.planId);
    expect(leads.get(actions[0].Id)).toEqual([nurse]);
    expect(agencies).toMatchObject([
      { agency: "Trust", loginNames: [nurse], contacts: [nurse] },
      { agency: "Council/PH", contacts: [midwife] },
    ]);
  });

  it("are switched off by the person, who can switch nobody else's off", async () => {
    await say("nurse", { off: true });
    expect(await run("2027-03-08T10:00:00Z")).toEqual({ [nurse]: "off" });
    await say("nurse", { quietFrom: 9, quietUntil: 12 });
    expect(await run("2027-03-08T10:00:00Z")).toEqual({ [nurse]: "quiet" });
    expect(await run("2027-03-08T12:00:00Z")).toEqual({ [nurse]: "sent" });
  });
});

async function sendLater() {
  const { plans, record } = connectSharePoint({
    siteUrl: site.siteUrl,
    token: async () => "admin",
  });
  return sendReminders(
    {
      plans,
      record,
      reminders: new SharePointReminderStore(site.admin),
      // An hour after the test ran: what it began is older than a send can take.
      now: () => new Date(Date.now() + 3_600_000),
      send: async () => ({ state: "sent" }),
    },
    { date: "2027-01-26" },
  ).then((done) => done.filter(({ state }) => state === "unknown"));
}

async function say(person: "nurse", wish: Partial<ReminderWish>) {
  const { agencies } = await site.as(person).plans.open(site.planId);
  const agency = agencies.find(({ shortName }) => shortName === "Trust");
  if (!agency) throw new Error("The plan lost an agency.");
  const asked = { off: false, quietFrom: 18, quietUntil: 8, ...wish };
  await new SharePointWishStore(site.siteOf(person)).wish(asked, {
    agency,
    key: crypto.randomUUID(),
  });
}
