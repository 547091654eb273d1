import { agencyNamed } from "#plan/agency-named.ts";
import { ledBy, type Me } from "#plan/permissions.ts";
import type { Agency } from "#plan/plan.ts";
import type { MyPlans, MyPlansStore, OpenedPlan } from "#usecases/ports/my-plans.ts";
import * as v from "valibot";
import { toAgency, toPlan, toPlanSummary } from "./definition-rows.ts";
import { isBeyondThreshold, rethrow } from "./errors.ts";
import { allItems, isLarge } from "./large-lists.ts";
import { toMe, toUser } from "./me.ts";
import { asked, countsOf, listsIn, partPlaces, readOpening } from "./opening-rows.ts";
import { isItem, type PlanRows, toOpenPlan } from "./plan-rows.ts";
import { whole } from "./whole.ts";
import {
  itemsOf,
  readBatch,
  rowsIn,
  siteReads,
  type SiteOptions,
  type SiteReads,
} from "./reads.ts";
import { id, lines, optionalText, type Schema } from "./row.ts";
import { planParts } from "./strays.ts";

const ofAPlan = v.object({ PlanId: id });

/** What is read of every item of the site: whose it may be, and none of its words. */
const briefly = {
  Actions: v.object({
    ...ofAPlan.entries,
    Agencies: optionalText,
    Leads: optionalText,
    LeadOfficersId: v.nullish(v.array(id)),
  }),
  Decisions: v.object({ ...ofAPlan.entries, CheckBy: optionalText }),
  Challenges: v.object({ ...ofAPlan.entries, Agency: optionalText }),
} as const;

const brief = ["Actions", "Decisions", "Challenges"] as const;
type Brief = (typeof brief)[number];

/** So many actions, and with them what was said of them, fit into one answer. */
const mostActions = 400;
const mostPlans = 20;

/** The plans in which something is the reader's, found without reading the others; fetched where Mine is opened. */
export function connectMyPlans(options: SiteOptions): MyPlansStore {
  return new SharePointMyPlans(siteReads(options));
}

export class SharePointMyPlans implements MyPlansStore {
  readonly #site: SiteReads;

  constructor(site: SiteReads) {
    this.#site = site;
  }

  async find(): Promise<MyPlans> {
    const { rows, brief: items } = await this.#look().catch(rethrow("list the plans of this site"));
    const agencies = rows.agencies.map(toAgency);
    const me = toMe(rows.user, agencies);
    const mine = plansOf(items, me, agencies);
    const plans = rows.plans.map(toPlanSummary).toReversed();
    const actions = Map.groupBy(items.Actions, planIdOf);
    const named = plans.filter((plan) => mine.has(plan.id) && plan.unreadable === undefined);
    return {
      plans,
      groups: grouped(
        named.map((plan) => ({ id: plan.id, size: actions.get(plan.id)?.length ?? 0 })),
      ),
      open: (group) => this.#open(rows, group),
    };
  }

  async #look() {
    const places = { ...asked.site, ...asked.definitions, ...briefPlaces() };
    const answers = await readBatch(this.#site, places);
    const items = await allItems(this.#site, brief, {
      answers,
      counts: countsOf(listsIn(answers.lists)),
      beyond: (list, beyond) => itemsOf(list, columnsOf(list), { beyond }),
    });
    return {
      rows: {
        web: answers.web,
        user: toUser(answers.user),
        plans: rowsIn(answers.plans),
        agencies: rowsIn(answers.agencies),
      },
      brief: {
        Actions: items("Actions"),
        Decisions: items("Decisions"),
        Challenges: items("Challenges"),
      },
    };
  }

  async #open(
    known: Pick<PlanRows, "web" | "user" | "plans" | "agencies">,
    group: readonly number[],
  ): Promise<ReadonlyMap<number, OpenedPlan>> {
    try {
      const rows = await this.#read(known, group);
      if (rows) {
        const plans = group.map(async (planId) => [planId, await opened(planId, rows)] as const);
        return new Map(await Promise.all(plans));
      }
    } catch (cause) {
      const error = told(cause);
      return new Map(group.map((planId) => [planId, { error }]));
    }
    const half = Math.ceil(group.length / 2);
    const halves = [group.slice(0, half), group.slice(half)];
    const both = await Promise.all(halves.map((each) => this.#open(known, each)));
    return new Map(both.flatMap((each) => [...each]));
  }

  /** Undefined where they are too many for one answer. */
  async #read(
    known: Pick<PlanRows, "web" | "user" | "plans" | "agencies">,
    group: readonly number[],
  ): Promise<PlanRows | undefined> {
    const filter = group.map((planId) => `PlanId eq ${whole(planId)}`).join(" or ");
    if (group.length === 1) return readOpening(this.#site, filter);
    const answers = await readBatch(this.#site, partPlaces(filter), isBeyondThreshold);
    if (planParts.some((part) => isLarge(answers[part]))) return undefined;
    return {
      ...known,
      recommendations: rowsIn(answers.Recommendations),
      actions: rowsIn(answers.Actions),
      updates: rowsIn(answers.Updates),
      decisions: rowsIn(answers.Decisions),
      challenges: rowsIn(answers.Challenges),
    };
  }
}

function told(cause: unknown): unknown {
  try {
    return rethrow("open this plan")(cause);
  } catch (error) {
    return error;
  }
}

async function opened(planId: number, rows: PlanRows): Promise<OpenedPlan> {
  try {
    const row = rows.plans.find((each) => isItem(planId, each));
    return await toOpenPlan(toPlan(row), rows);
  } catch (error) {
    return { error };
  }
}

function columnsOf(list: Brief): readonly string[] {
  return ["Id", ...Object.keys(briefly[list].entries)];
}

function briefPlaces() {
  return {
    Actions: itemsOf("Actions", columnsOf("Actions")),
    Decisions: itemsOf("Decisions", columnsOf("Decisions")),
    Challenges: itemsOf("Challenges", columnsOf("Challenges")),
  };
}

function planIdOf(row: unknown): number {
  const read = v.safeParse(ofAPlan, row);
  return read.success ? read.output.PlanId : 0;
}

/** The items that concern somebody. One that cannot be read may: its plan is opened, which says what is wrong with it. */
function concerned<T>(items: readonly unknown[], row: Schema<T>, concerns: (item: T) => boolean) {
  return items.filter((each) => {
    const read = v.safeParse(row, each);
    return !read.success || concerns(read.output);
  });
}

function plansOf(
  items: Readonly<Record<Brief, readonly unknown[]>>,
  me: Me,
  agencies: readonly Agency[],
): ReadonlySet<number> {
  const isMine = (agency: string | undefined) =>
    agency !== undefined && me.agencies.includes(agency);
  const leads = ledBy(me);
  return new Set(
    [
      ...concerned(
        items.Actions,
        briefly.Actions,
        ({ Agencies, Leads, LeadOfficersId }) =>
          lines(Agencies).some(isMine) ||
          leads({ leads: lines(Leads), leadOfficers: LeadOfficersId ?? [] }),
      ),
      // Who is to look again may be an agency that the action does not name.
      ...concerned(
        items.Decisions,
        briefly.Decisions,
        ({ CheckBy }) => !!CheckBy && isMine(agencyNamed(agencies, CheckBy)?.shortName),
      ),
      ...concerned(items.Challenges, briefly.Challenges, ({ Agency: asks }) =>
        isMine(asks ?? undefined),
      ),
    ].map(planIdOf),
  );
}

interface Sized {
  readonly id: number;
  /** Its actions. */
  readonly size: number;
}

function grouped(plans: readonly Sized[]): readonly (readonly number[])[] {
  const groups: number[][] = [];
  let room = 0;
  for (const { id: planId, size } of plans) {
    const last = groups.at(-1);
    if (last && size <= room && last.length < mostPlans) last.push(planId);
    else {
      groups.push([planId]);
      room = mostActions;
    }
    room -= size;
  }
  return groups;
}
