import { InjectHeaders } from "@pnp/queryable";
import * as v from "valibot";
import { type RemindedPeople } from "#plan/reminders/monday-reminders.ts";
import { type ReminderWish, usualWish } from "#plan/reminders/when-to-remind.ts";
import { ConflictError } from "#plan/errors.ts";
import type { Claim, NotReached, Outcome, ReminderStore } from "#usecases/send-reminders.ts";
import { roleGroups } from "./access.ts";
import { isDuplicateValue, rethrow } from "./errors.ts";
import { membersOf } from "./members.ts";
import { whole } from "./whole.ts";
import { furtherRows, rowsOf } from "./queries.ts";
import { finite, optionalNumber, optionalText, read } from "./row.ts";
import type { Site } from "./site.ts";

const account = v.object({ Name: v.string() });
const people = v.nullish(v.array(account));
const agencyRow = v.object({ Title: v.string(), SharePointGroup: v.string(), Contacts: people });
const actionRow = v.object({ Id: finite, LeadOfficers: people });
const wishRow = v.object({
  Id: finite,
  Author: v.object({ Name: v.string() }),
  Reminders: optionalText,
  QuietFrom: optionalNumber,
  QuietUntil: optionalNumber,
});
const reminderRow = v.object({
  Id: finite,
  Person: v.string(),
  Week: v.string(),
  State: v.string(),
  Reason: optionalText,
  Modified: v.string(),
});
const versioned = v.object({ Id: finite, State: v.string(), "odata.etag": v.string() });

/** Who is reminded, what they wish, and what was sent: the lists that only the app writes, and people's own words. */
export class SharePointReminderStore implements ReminderStore {
  readonly #site: Site;

  constructor(site: Site) {
    this.#site = site;
  }

  async people(planId: number): Promise<RemindedPeople> {
    return this.#people(planId).catch(rethrow("see whom to remind"));
  }

  async #people(planId: number): Promise<RemindedPeople> {
    const { sp } = this.#site;
    const list = (title: string) => sp.web.lists.getByTitle(title).items;
    const [agencyRows, actionRows] = await Promise.all([
      list("Agencies")
        .select("Title", "SharePointGroup", "Contacts/Name")
        .expand("Contacts")
        .top(5000)<unknown>(),
      list("Actions")
        .filter(`PlanId eq ${whole(planId)}`)
        .select("Id", "LeadOfficers/Name")
        .expand("LeadOfficers")
        .top(5000)<unknown>(),
    ]);
    const agencies = v.parse(v.array(agencyRow), agencyRows);
    const groups = [roleGroups.owner, ...agencies.map(({ SharePointGroup }) => SharePointGroup)];
    const members = await membersOf(this.#site, groups);
    return {
      agencies: agencies.map(({ Title, SharePointGroup, Contacts }) => {
        const loginNames = members.get(SharePointGroup) ?? [];
        const named = (Contacts ?? []).map(({ Name }) => Name);
        const contacts = loginNames.filter((each) => named.includes(each));
        return { agency: Title, loginNames, contacts: contacts.length > 0 ? contacts : loginNames };
      }),
      leads: new Map(
        v
          .parse(v.array(actionRow), actionRows)
          .map(({ Id, LeadOfficers }) => [Id, (LeadOfficers ?? []).map(({ Name }) => Name)]),
      ),
      owners: members.get(roleGroups.owner) ?? [],
    };
  }

  async wishes(): Promise<ReadonlyMap<string, ReminderWish>> {
    const columns = ["Id", "Author/Name", "Reminders", "QuietFrom", "QuietUntil"];
    const items = this.#site.sp.web.lists.getByTitle("Preferences").items;
    const rows: unknown = await items
      .select(...columns)
      .expand("Author")
      .orderBy("Id", false)
      .top(5000)<unknown>()
      .catch(rethrow("see who wants which reminders"));
    const newestFirst = v.parse(v.array(wishRow), rows);
    return new Map(
      newestFirst.toReversed().map((row) => [
        row.Author.Name.toLowerCase(),
        {
          off: row.Reminders === "off",
          quietFrom: row.QuietFrom ?? usualWish.quietFrom,
          quietUntil: row.QuietUntil ?? usualWish.quietUntil,
        },
      ]),
    );
  }

  async unreachable(weeks: readonly string[]): Promise<ReadonlySet<string>> {
    const any = weeks.map((each) => `Week eq '${v.parse(week, each)}'`).join(" or ");
    const failed = (await this.#reminders(any)).filter(({ State }) => State === "failed");
    const often = Map.groupBy(failed, ({ Person }) => Person.toLowerCase());
    return new Set(
      [...often]
        .filter(([, its]) => weeks.every((each) => its.some(({ Week }) => Week === each)))
        .map(([person]) => person),
    );
  }

  async claim(inWeek: string, loginName: string): Promise<Claim | undefined> {
    const items = this.#site.sp.web.lists.getByTitle("Reminders").items;
    const key = `${v.parse(week, inWeek)} ${loginName.toLowerCase()}`;
    try {
      const added: unknown = await items.add({
        Title: inWeek,
        Key: key,
        Week: inWeek,
        Person: loginName,
        State: "begun",
      });
      return { itemId: v.parse(v.object({ Id: finite }), added).Id };
    } catch (cause) {
      if (!isDuplicateValue(cause)) return rethrow("take a reminder")(cause);
      return this.#claimAgain(key);
    }
  }

  /** One that was put off, and which nobody else took up in the meantime. */
  async #claimAgain(key: string): Promise<Claim | undefined> {
    const items = this.#site.sp.web.lists.getByTitle("Reminders").items;
    const rows: unknown = await items
      .filter(`Key eq '${key.replaceAll("'", "''")}'`)
      .using(InjectHeaders({ Accept: "application/json" }))
      .select("Id", "State")<unknown>()
      .catch(rethrow("take a reminder"));
    const [found] = v.parse(v.array(versioned), rows);
    if (found?.State !== "later") return undefined;
    return items
      .getById(found.Id)
      .update({ State: "begun" }, found["odata.etag"])
      .catch(rethrow("take a reminder"))
      .then(
        () => ({ itemId: found.Id }),
        (cause: unknown) => {
          if (cause instanceof ConflictError) return undefined;
          throw cause;
        },
      );
  }

  async conclude({ itemId }: Claim, outcome: Outcome): Promise<void> {
    const Reason = outcome.state === "sent" ? "" : outcome.reason.slice(0, 255);
    await this.#site.sp.web.lists
      .getByTitle("Reminders")
      .items.getById(whole(itemId))
      .update({ State: outcome.state, Reason })
      .catch(rethrow("write down what became of a reminder"));
  }

  async unknown(inWeek: string, begunBefore: Date): Promise<readonly string[]> {
    const rows = await this.#reminders(`Week eq '${v.parse(week, inWeek)}'`);
    return rows
      .filter(
        ({ State, Modified }) =>
          State === "unknown" || (State === "begun" && new Date(Modified) < begunBefore),
      )
      .map(({ Person }) => Person);
  }

  async notReached(weeks: readonly string[]): Promise<readonly NotReached[]> {
    const any = weeks.map((each) => `Week eq '${v.parse(week, each)}'`).join(" or ");
    const rows = (await this.#reminders(any)).toSorted((one, other) =>
      one.Week.localeCompare(other.Week),
    );
    const newest = new Map(rows.map((row) => [row.Person.toLowerCase(), row]));
    return [...newest.values()]
      .filter(({ State }) => State === "failed" || State === "unknown")
      .map(({ Person, Reason }) => ({ loginName: Person, reason: Reason ?? "" }));
  }

  async #reminders(filter: string): Promise<readonly v.InferOutput<typeof reminderRow>[]> {
    const columns = Object.keys(reminderRow.entries);
    const { sp } = this.#site;
    const first = await rowsOf(sp, "Reminders", columns, filter);
    const rows = await furtherRows(sp, "Reminders", columns, { first, filter });
    return rows.map((row) => read("Reminders", reminderRow, row));
  }
}

const week = v.pipe(v.string(), v.regex(/^\d{4}-W\d{2}$/));
