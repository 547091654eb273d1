import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { foldAction } from "#plan/fold.ts";
import type { Meeting } from "#plan/meeting.ts";
import type { Me } from "#plan/permissions.ts";
import type { Challenge } from "#plan/record.ts";
import { connectEvidence } from "#sharepoint/connect-evidence.ts";
import { connectHistory } from "#sharepoint/connect-history.ts";
import { connectMeetings } from "#sharepoint/connect-meetings.ts";
import { connectDefinitions } from "#sharepoint/definition-store.ts";
import { connectSettings } from "#sharepoint/settings-store.ts";
import { aSiteWithAPlan, type TestPerson } from "#tests/support/a-site.ts";
import { type KindOfPerson, mayBy } from "#tests/support/who-may.ts";
import { answerChallenge } from "#usecases/answer-challenge.ts";
import { editAction } from "#usecases/edit-definition.ts";
import { goTo } from "#usecases/meeting/lead-meeting.ts";
import { noteInMeeting } from "#usecases/meeting/note-in-meeting.ts";
import { planMeeting } from "#usecases/meeting/plan-meeting.ts";
import type { OpenPlan } from "#usecases/ports/plans.ts";
import { proposeRating } from "#usecases/propose-rating.ts";
import { putChallenge } from "#usecases/put-challenge.ts";
import { recordDecision } from "#usecases/record-decision.ts";
import { tuneCheck } from "#usecases/tune-check.ts";
import { uploadEvidence } from "#usecases/upload-evidence.ts";
import { writeVersion } from "#usecases/write-version.ts";

const everybody: readonly { readonly person: TestPerson; readonly kind: KindOfPerson }[] = [
  { person: "owner", kind: "Plan owner" },
  { person: "nurse", kind: "Agency, its own" },
  { person: "midwife", kind: "Agency, another's" },
  { person: "chair", kind: "Peer-challenge group" },
  { person: "councillor", kind: "Scrutiny" },
  { person: "reader", kind: "Reader" },
  { person: "stranger", kind: "Outsider" },
];

let site: Awaited<ReturnType<typeof aSiteWithAPlan>>;
let whole: OpenPlan;
let challenge: Challenge;
let meeting: Meeting;

/** What the tab has of one person: their own stores over HTTP, and the plan as they see it. */
async function tabOf(person: TestPerson) {
  const options = { siteUrl: site.siteUrl, token: async () => person };
  const stores = site.as(person);
  const me = await stores.plans.open(site.planId).then(
    (open) => open.me,
    (): Me => ({ id: 99, name: person, loginName: person, agencies: [], roles: [] }),
  );
  const action = whole.actions[0];
  const recommendation = whole.recommendations[0];
  const trust = whole.agencies.find(({ shortName }) => shortName === "Trust");
  if (!action || !recommendation || !trust) throw new Error("The small plan is empty.");
  const open = { ...whole, me };
  return {
    ...stores,
    meetings: connectMeetings(options),
    evidence: connectEvidence(options),
    definitions: connectDefinitions(options),
    settings: connectSettings(options),
    versions: connectHistory(options).versions,
    open,
    action,
    recommendation,
    trust,
    state: foldAction(whole.plan.scheme, whole.agencies, action, []),
    planId: site.planId,
    key: randomUUID(),
  };
}

type Tab = Awaited<ReturnType<typeof tabOf>>;

beforeAll(async () => {
  site = await aSiteWithAPlan();
  whole = await site.as("owner").plans.open(site.planId);
  const chair = await tabOf("chair");
  await asked(chair);
  const { record } = await site.as("chair").plans.open(site.planId);
  const found = record.find(({ type }) => type === "challenge");
  if (found?.type !== "challenge") throw new Error("No challenge.");
  challenge = found;
  meeting = await called(chair);
});
afterAll(() => site.close());

const said = (tab: Tab) => ({ agency: "Trust", note: "Said.", evidence: [], key: tab.key });
const update = (tab: Tab) => ({
  ...said(tab),
  agency: tab.trust,
  planId: tab.planId,
  actionId: tab.action.id,
});
const file = () => ({
  file: new Blob(["Found."]),
  name: `${randomUUID()}.txt`,
  kind: "impact" as const,
});
const quietly = {
  progress: () => undefined,
  began: () => undefined,
  signal: AbortSignal.timeout(60_000),
};
const officer = ({ open: { me } }: Tab) => ({ loginName: me.loginName, name: me.name });
const version = (tab: Tab) => ({
  number: tab.key,
  date: "2026-06-01" as const,
  author: "Head",
  comment: "New",
});
const asked = (tab: Tab) =>
  tab.record.challenge({
    key: tab.key,
    planId: tab.planId,
    recommendationId: tab.recommendation.id,
    agency: "Trust",
    question: "How?",
    source: "person",
  });
const called = (tab: Tab) =>
  tab.meetings.add({
    key: tab.key,
    planId: tab.planId,
    starts: "2026-06-01T09:00:00Z",
    chair: officer(tab),
    agenda: [],
  });

interface Act {
  readonly name: string;
  /** Straight to SharePoint, as the tab's store does it, past every rule of the tab. */
  readonly store: (tab: Tab) => Promise<unknown>;
  /** As the tab's screens do it. */
  readonly useCase?: (tab: Tab) => Promise<unknown>;
}

const acts: readonly Act[] = [
  { name: "Read the plan and its record", store: ({ plans, planId }) => plans.open(planId) },
  {
    name: "Report progress for the agency",
    store: (tab) => tab.record.append({ ...update(tab), kind: "progress", rating: "green" }),
    useCase: (tab) =>
      proposeRating(tab, {
        ...said(tab),
        open: { ...tab.open, action: tab.action },
        rating: "green",
      }),
  },
  {
    name: "Answer a question for the agency",
    store: (tab) =>
      tab.record.append({ ...update(tab), kind: "response", challengeId: challenge.id }),
    useCase: (tab) => answerChallenge(tab, { ...said(tab), open: tab.open, challenge }),
  },
  {
    name: "Add evidence for the agency",
    store: (tab) =>
      tab.evidence.upload({ ...file(), planId: tab.planId, agency: tab.trust }, quietly),
    useCase: (tab) => uploadEvidence(tab, { ...file(), open: tab.open, agency: "Trust" }, quietly),
  },
  {
    name: "Put a question to an agency",
    store: asked,
    useCase: ({ record, open, recommendation, key }) =>
      putChallenge(
        { record },
        { open, recommendation, agency: "Trust", question: "How?", source: "person", key },
      ),
  },
  {
    name: "Record a decision",
    store: ({ record, planId, action, key }) =>
      record.decide({ key, planId, actionId: action.id, kind: "rating-agreed", rating: "red" }),
    useCase: ({ record, open, action, state, key }) =>
      recordDecision(
        { record },
        {
          open,
          action,
          state,
          key,
          decision: { kind: "agree-rating", rating: "red", reason: "Seen." },
        },
      ),
  },
  {
    name: "Call a meeting",
    store: called,
    useCase: (tab) =>
      planMeeting(tab, {
        open: tab.open,
        starts: "2026-06-01T09:00:00Z",
        chair: officer(tab),
        agenda: [],
        key: tab.key,
      }),
  },
  {
    name: "Lead a meeting",
    store: async ({ meetings }) => {
      const now = await connectMeetingsOf("chair").open(meeting.id);
      return meetings.change(now, { agenda: [] });
    },
    useCase: ({ meetings, open: { me } }) =>
      goTo({ meetings, now: () => new Date() }, { me, meeting }, { recommendationId: 1 }),
  },
  {
    name: "Write down what is said at a meeting",
    store: ({ meetings, planId, key }) =>
      meetings.note({ key, planId, meetingId: meeting.id, kind: "noted", words: "Noted." }),
    useCase: ({ meetings, open: { me }, key }) =>
      noteInMeeting({ meetings }, { me, meeting, note: { key, kind: "noted", words: "Noted." } }),
  },
  {
    name: "Keep minutes",
    store: ({ meetings, key }) => meetings.keepMinutes(`${key}.docx`, new Uint8Array([1])),
  },
  {
    name: "Write down a version",
    store: (tab) =>
      tab.versions.add({ ...version(tab), key: tab.key, planId: tab.planId, dateAsPrinted: "" }),
    useCase: (tab) =>
      writeVersion(tab, {
        ...version(tab),
        open: tab.open,
        known: [],
        circulatedTo: "",
        key: tab.key,
      }),
  },
  {
    name: "Change an action's definition",
    store: async (tab) => {
      const was = await connectDefinitionsOf("owner").action(tab.action.id);
      return tab.definitions.changeAction(was, { text: tab.key });
    },
    useCase: async (tab) => {
      const was = await connectDefinitionsOf("owner").action(tab.action.id);
      return editAction(tab, { open: tab.open, was, to: { text: tab.key } });
    },
  },
  {
    name: "Change the plan's settings",
    store: ({ settings, planId }) => settings.change(planId, (now) => ({ ...now })),
    useCase: ({ settings, open }) =>
      tuneCheck({ settings }, { open, check: "stale", to: { days: 100 } }),
  },
];

const connectMeetingsOf = (person: TestPerson) =>
  connectMeetings({ siteUrl: site.siteUrl, token: async () => person });
const connectDefinitionsOf = (person: TestPerson) =>
  connectDefinitions({ siteUrl: site.siteUrl, token: async () => person });

/** "refused" only where it was for want of a right; anything else is told as it is. */
async function outcome(tried: Promise<unknown>): Promise<string> {
  return tried.then(
    () => "done",
    (error: unknown) => {
      const code = error instanceof Error && "code" in error ? error.code : undefined;
      return code === "not-allowed" || code === "not-found" ? "refused" : String(error);
    },
  );
}

describe.each(acts)("in the tab: $name", ({ name, store, useCase }) => {
  it.each(everybody)("$kind", async ({ person, kind }) => {
    const expected = mayBy(name, kind) ? "done" : "refused";
    const tab = await tabOf(person);
    const bySharePoint = await outcome(store(tab));
    const byTab = useCase && (await outcome(useCase({ ...tab, key: randomUUID() })));
    expect([bySharePoint, byTab ?? expected]).toEqual([expected, expected]);
  });
});
