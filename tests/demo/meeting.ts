// npm run demo:meeting -- [PLAN.docx] [FOLDER]: checks, a peer-challenge meeting, version, minutes and papers.
import { randomUUID } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { readPlanDocument } from "#documents/read-plan-document.ts";
import { toNewPlan } from "#documents/to-new-plan.ts";
import { writeBoardCover } from "#documents/write/write-board-cover.ts";
import { writeHighlightReport } from "#documents/write/write-highlight-report.ts";
import { writeMinutes } from "#documents/write/write-minutes.ts";
import { writeScrutinyPack } from "#documents/write/write-scrutiny-pack.ts";
import { writeWordPlan } from "#documents/write/write-word-plan.ts";
import { agendaFrom } from "#plan/agenda.ts";
import { type Finding, runChecks } from "#plan/checks.ts";
import { RefusedError } from "#plan/errors.ts";
import { foldAction, foldPlan } from "#plan/fold.ts";
import { addDays, addMonths, dayOf } from "#plan/iso-date.ts";
import type { AgendaItem, Meeting } from "#plan/meeting.ts";
import type { Action } from "#plan/plan.ts";
import { planOnDate } from "#plan/plan-on-date.ts";
import { historyOf } from "#sharepoint/connect-history.ts";
import { SharePointMeetingStore } from "#sharepoint/meeting-store.ts";
import { addToGroup, addToRole } from "#sharepoint/members.ts";
import { SharePointPlanWriter } from "#sharepoint/plan-writer.ts";
import { provision } from "#sharepoint/provision.ts";
import { aFreshSite, type ASite, aSmallPlan } from "#tests/support/a-site.ts";
import { importPlan } from "#usecases/import-plan.ts";
import { endMeeting, keepMinutes } from "#usecases/meeting/end-meeting.ts";
import { markAttendance } from "#usecases/meeting/keep-agenda.ts";
import { goTo } from "#usecases/meeting/lead-meeting.ts";
import { type NoteInMeeting, noteInMeeting } from "#usecases/meeting/note-in-meeting.ts";
import { planMeeting } from "#usecases/meeting/plan-meeting.ts";
import type { OpenPlan } from "#usecases/ports/plans.ts";
import { proposeRating } from "#usecases/propose-rating.ts";
import { putChallenge } from "#usecases/put-challenge.ts";
import { readPapers } from "#usecases/read-papers.ts";
import { type Agreed, recordDecision } from "#usecases/record-decision.ts";
import { nextVersionNumber, writeVersion } from "#usecases/write-version.ts";

const [planFile, to = "demo-meeting"] = process.argv.slice(2);
const folder = resolve(to);
const now = () => new Date();
const today = dayOf(now());
const upn = (person: string) => `${person}@marlshire.example`;

const site = await aFreshSite({
  owner: "Head of Safeguarding",
  chair: "Challenge chair",
  nurse: "Named nurse",
});
try {
  const planId = await aPlanOn(site);
  await stated(planId);
  const findings = await checked(planId);
  const meeting = await held(planId, findings);
  await written(planId, meeting);
  process.stdout.write(`Written to ${folder}.\n`);
} finally {
  await site.close();
}

/** The plan in the file, else a small one; a nurse speaks for its busiest agency. */
async function aPlanOn({ admin }: ASite): Promise<number> {
  await provision(admin);
  await addToRole(admin, "owner", upn("owner"));
  await addToRole(admin, "challenge", upn("chair"));
  const plan = planFile
    ? toNewPlan(await readPlanDocument(readFileSync(planFile)), "Plan").plan
    : aSmallPlan;
  const { planId, agencies } = await importPlan({ writer: new SharePointPlanWriter(admin) }, plan);
  const busiest = Object.entries(
    Object.groupBy(
      plan.recommendations.flatMap(({ actions }) => actions.flatMap((each) => each.agencies)),
      (shortName) => shortName,
    ),
  ).toSorted(([, one = []], [, other = []]) => other.length - one.length)[0]?.[0];
  const group = agencies.find(({ shortName }) => shortName === busiest)?.group ?? "";
  await addToGroup(admin, group, upn("nurse"));
  return planId;
}

/** The nurse calls the first actions complete, on evidence of activity alone. */
async function stated(planId: number): Promise<void> {
  const stores = site.as("nurse");
  const open = await stores.plans.open(planId);
  const [agency = ""] = open.me.agencies;
  for (const action of actionsOf(open).slice(0, 3)) {
    await proposeRating(stores, {
      open: { ...open, action },
      agency,
      rating: open.plan.scheme.ratings[0]?.id ?? "",
      note: "Training was given to everybody in May.",
      evidence: [{ name: "Register", url: "https://trust.example/register", kind: "activity" }],
      key: randomUUID(),
    });
  }
}

async function checked(planId: number): Promise<readonly Finding[]> {
  const open = await site.as("chair").plans.open(planId);
  const states = foldPlan(open.plan.scheme, open.agencies, open.actions, open.record);
  const findings = runChecks({ ...open, states, today });
  process.stdout.write(`The checks ask ${findings.length} questions.\n`);
  return findings;
}

/** What the parts of the meeting work with. */
interface Held {
  readonly open: OpenPlan;
  readonly meetings: SharePointMeetingStore;
  readonly meeting: Meeting;
}

/** An hour: question, answer, disagreement, a rating agreed and another refused, a closing refused for want of evidence. */
async function held(planId: number, findings: readonly Finding[]): Promise<Meeting> {
  const meetings = new SharePointMeetingStore(site.siteOf("chair"));
  const open = await site.as("chair").plans.open(planId);
  const { me } = open;
  const chair = { loginName: me.loginName, name: me.name };
  const { items: agenda } = agendaFrom(findings, [], 60);
  let meeting = await planMeeting(
    { meetings },
    { open, starts: now().toISOString(), chair, agenda, key: randomUUID() },
  );
  for (const [agency, name, present] of attendanceOf(open))
    meeting = await markAttendance({ meetings }, { me, meeting }, { agency, name, present });
  for (const item of agenda.slice(0, 4)) {
    const { recommendationId, actionId } = item;
    const place = { agendaItem: item.id, recommendationId, actionId };
    meeting = await goTo({ meetings, now }, { me, meeting }, place);
    const found = findings.find(({ asks }) => asks === item.question);
    await asked({ open, meetings, meeting }, item, found?.agency);
  }
  await decided({ open, meetings, meeting });
  return endMeeting({ meetings, now }, { me, meeting });
}

/** The question that the agenda has, and an answer in the room. */
async function asked(at: Held, item: AgendaItem, agency: string | undefined): Promise<void> {
  const { open, meeting } = at;
  const { recommendationId, actionId, question } = item;
  const recommendation = open.recommendations.find(({ id }) => id === recommendationId);
  const action = open.actions.find(({ id }) => id === actionId);
  if (!recommendation || agency === undefined) return;
  const { record } = site.as("chair");
  await putChallenge(
    { record },
    {
      open,
      recommendation,
      action,
      agency,
      question,
      source: `check:${item.source.replace("check:", "")}`,
      due: addDays(today, 14),
      meetingId: meeting.id,
      key: randomUUID(),
    },
  );
  const words = "We have the figures until September and will send the rest.";
  await say(at, { recommendationId, actionId, agency, kind: "answered", words });
}

async function decided(at: Held): Promise<void> {
  const [first, second, third] = actionsOf(at.open);
  if (first) await decide(at, first, agreedAs(at.open, 0));
  if (second) {
    const reason = "The audit shows that it is not.";
    await decide(at, second, { ...agreedAs(at.open, 2), reason });
    const [agency] = second.agencies;
    await say(at, {
      ...of(second),
      agency,
      kind: "disagreed",
      words: "The audit was of one ward.",
    });
  }
  if (third) {
    const check = { checkBy: "Internal audit", checkOn: addMonths(today, 6) };
    const refused = await decide(at, third, { kind: "close", ...check }).then(
      () => undefined,
      (error: unknown) => error,
    );
    if (!(refused instanceof RefusedError)) throw new Error("It was closed without evidence.");
    await say(at, { ...of(third), kind: "noted", words: `Not closed: ${refused.message}` });
  }
}

async function decide({ open, meeting }: Held, action: Action, decision: Agreed): Promise<void> {
  const { record, plans } = site.as("chair");
  const { record: said } = await plans.open(open.plan.id);
  const state = foldAction(open.plan.scheme, open.agencies, action, said);
  const at = { open, action, state, meetingId: meeting.id, key: randomUUID() };
  await recordDecision({ record }, { ...at, decision });
}

async function say(
  { open, meetings, meeting }: Held,
  note: Omit<NoteInMeeting["note"], "key">,
): Promise<void> {
  const { me } = open;
  await noteInMeeting({ meetings }, { me, meeting, note: { ...note, key: randomUUID() } });
}

function of({ id, recommendationId }: Action) {
  return { recommendationId, actionId: id };
}

/** What was held and decided, as it is handed over. */
async function written(planId: number, ended: Meeting): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const meetings = new SharePointMeetingStore(site.siteOf("chair"));
  const chairs = await site.as("chair").plans.open(planId);
  await keepMinutes(
    {
      meetings,
      write: async (minutes) => kept("minutes.docx", await writeMinutes(minutes)),
    },
    { me: chairs.me, open: chairs, meeting: ended },
  );
  const owner = await site.as("owner").plans.open(planId);
  const history = historyOf(site.siteOf("owner"));
  const known = await history.versions.forPlan(planId);
  await writeVersion(history, {
    open: owner,
    known,
    number: nextVersionNumber(known),
    date: today,
    author: "Head of Safeguarding",
    comment: "After the peer-challenge meeting",
    circulatedTo: "All agencies",
    key: randomUUID(),
  });
  const open = await site.as("owner").plans.open(planId);
  const { report, pack } = await readPapers(history, {
    open,
    day: today,
    today,
    since: addDays(today, -1),
  });
  kept("highlight-report.docx", await writeHighlightReport(report));
  kept("scrutiny-pack.docx", await writeScrutinyPack(pack));
  kept("board-cover.docx", await writeBoardCover(report));
  const { record, versions } = await history.history.forPlan(planId);
  kept("plan.docx", await writeWordPlan(planOnDate({ ...open, record, versions }, today)));
}

function kept(name: string, file: Uint8Array): Uint8Array {
  writeFileSync(join(folder, name), file);
  return file;
}

/** The actions of the agency that the nurse speaks for: those with most actions. */
function actionsOf(open: OpenPlan): readonly Action[] {
  const counts = Map.groupBy(
    open.actions.flatMap(({ agencies }) => agencies),
    (shortName) => shortName,
  );
  const [busiest = ""] =
    [...counts].toSorted(([, one], [, other]) => other.length - one.length)[0] ?? [];
  return open.actions.filter(({ agencies }) => agencies.includes(busiest));
}

function attendanceOf({ agencies }: OpenPlan): readonly (readonly [string, string, boolean])[] {
  return agencies
    .slice(0, 6)
    .map(({ shortName }, index) => [shortName, `Named lead ${index + 1}`, index !== 2] as const);
}

/** The rating at that place of the scheme, best first. */
function agreedAs({ plan }: OpenPlan, at: number): Extract<Agreed, { kind: "agree-rating" }> {
  const rating = plan.scheme.ratings[Math.min(at, plan.scheme.ratings.length - 1)];
  return { kind: "agree-rating", rating: rating?.id ?? "" };
}
