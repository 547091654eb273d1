import type { IAdaptiveCard } from "@microsoft/teams.cards";
import { mondayCard } from "#cards/monday-card.ts";
import { overdueCard } from "#cards/overdue-card.ts";
import { toChallengeCard } from "#cards/to-challenge-card.ts";
import { unansweredChallenges } from "#plan/challenge-states.ts";
import { runChecks } from "#plan/checks.ts";
import { NotFoundError } from "#plan/errors.ts";
import type { Agency } from "#plan/plan.ts";
import { foldPlan } from "#plan/fold.ts";
import { dayOf } from "#plan/iso-date.ts";
import { dueLines, type DueLines, type ReminderLine } from "#plan/reminders/due-lines.ts";
import type { OpenPlan } from "#usecases/ports/plans.ts";
import { agencyMeant } from "./agency-meant.ts";
import type { Links, PersonStores } from "./bot-options.ts";

interface Surroundings {
  readonly links: Links;
  readonly now: () => Date;
}

/** Everything that waits for the agencies which this person speaks for, over all plans that they may see. */
export async function myCard(
  { links, now }: Surroundings,
  stores: PersonStores,
  teamsId: string,
): Promise<IAdaptiveCard> {
  const plans = await stores.plans.list();
  const readable = plans.filter(({ unreadable }) => unreadable === undefined);
  // Where none is, opening the newest says why.
  const shown = readable.length > 0 ? readable : plans.slice(0, 1);
  const opened = await Promise.all(shown.map(({ id }) => withQuestions(stores, id)));
  const today = dayOf(now());
  const all = opened.map((open) => {
    const isMine = ({ agencies }: ReminderLine) =>
      agencies.some((agency) => open.me.agencies.includes(agency));
    return onlyThose(dueLines(open, today), isMine);
  });
  const [newest] = opened;
  if (!newest) throw new NotFoundError("There is no plan yet.");
  return mondayCard({
    list: {
      overdue: all.flatMap(({ overdue }) => overdue),
      due: all.flatMap(({ due }) => due),
      asked: all.flatMap(({ asked }) => asked),
      checks: all.flatMap(({ checks }) => checks),
    },
    schemes: new Map(opened.map(({ plan }) => [plan.id, plan.scheme])),
    person: newest.me.name,
    now: now(),
    link: links.plan(newest.plan.id),
    refreshFor: [teamsId],
    leftOut: plans.length - opened.length,
  });
}

/** What of a plan is past its date: all of it, or one agency's. Throws NotFoundError where the plan has none of that name. */
export async function planOverdueCard(
  { links, now }: Surroundings,
  stores: Pick<PersonStores, "plans">,
  { planId, agency: written }: { readonly planId: number; readonly agency: string },
): Promise<IAdaptiveCard> {
  const open = await stores.plans.open(planId);
  const agency = written ? agencyOf(open, written, "overdue") : undefined;
  const { overdue } = dueLines(open, dayOf(now()));
  const lines = overdue.filter(({ agencies }) => !agency || agencies.includes(agency.shortName));
  return overdueCard(open.plan, lines, { now: now(), link: links.plan(planId), agency });
}

function agencyOf({ agencies }: OpenPlan, written: string, command: string): Agency {
  const agency = agencyMeant(agencies, written);
  if (agency) return agency;
  const names = agencies.map(({ shortName }) => shortName).join(", ");
  const which = written ? `This plan has no agency “${written}”.` : "Which agency?";
  throw new NotFoundError(`${which} Write “${command}” and one of: ${names}.`);
}

/** What an agency was asked and what the checks would ask it. Throws NotFoundError where the plan has none of that name. */
export async function agencyCard(
  { links, now }: Surroundings,
  stores: Pick<PersonStores, "plans" | "record">,
  asked: { readonly planId: number; readonly agency: string },
): Promise<IAdaptiveCard> {
  const open = await withQuestions(stores, asked.planId);
  const agency = agencyOf(open, asked.agency, "challenge");
  const states = foldPlan(open.plan.scheme, open.agencies, open.actions, open.record);
  const findings = runChecks({ ...open, states, today: dayOf(now()) })
    .filter((finding) => finding.agency === agency.shortName && finding.check !== "unanswered")
    .toSorted((one, other) => weight(other.weight) - weight(one.weight));
  const refs = new Map(open.recommendations.map(({ id, ref }) => [id, ref]));
  const waiting = unansweredChallenges(open.agencies, open.record)
    .filter((challenge) => challenge.agency === agency.shortName)
    .map((challenge) => ({ challenge, ref: refs.get(challenge.recommendationId) ?? "" }));
  return toChallengeCard(
    { plan: open.plan, agency, asked: waiting, findings },
    { now: now(), link: links.plan(open.plan.id) },
  );
}

/** A plan whose record has the words of its questions, which opening it leaves out. */
async function withQuestions(
  stores: Pick<PersonStores, "plans" | "record">,
  planId: number,
): Promise<OpenPlan> {
  const [open, said] = await Promise.all([
    stores.plans.open(planId),
    stores.record.ofChallenges(planId),
  ]);
  const questions = said.filter(({ type }) => type === "challenge");
  return {
    ...open,
    record: [...open.record.filter(({ type }) => type !== "challenge"), ...questions],
  };
}

function onlyThose(lines: DueLines, wanted: (line: ReminderLine) => boolean): DueLines {
  return {
    overdue: lines.overdue.filter(wanted),
    due: lines.due.filter(wanted),
    asked: lines.asked.filter(wanted),
    escalated: [],
    checks: lines.checks.filter(wanted),
  };
}

function weight(of: "strong" | "plain"): number {
  return of === "strong" ? 1 : 0;
}
