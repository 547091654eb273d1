import { describe, expect, it } from "vitest";
import { foldAction } from "#plan/fold.ts";
import type { Meeting } from "#plan/meeting.ts";
import { brag } from "#plan/rating-scheme.ts";
import { agreeRecommendation } from "#usecases/agree-recommendation.ts";
import { answerChallenge } from "#usecases/answer-challenge.ts";
import { askForDate } from "#usecases/ask-for-date.ts";
import { editAction, editRecommendation } from "#usecases/edit-definition.ts";
import { importPlan } from "#usecases/import-plan.ts";
import { importQuestions } from "#usecases/import-questions.ts";
import { addToAgenda, markAttendance } from "#usecases/meeting/keep-agenda.ts";
import { noteInMeeting } from "#usecases/meeting/note-in-meeting.ts";
import { planMeeting } from "#usecases/meeting/plan-meeting.ts";
import { mergePlan } from "#usecases/merge-plan.ts";
import { proposeRating } from "#usecases/propose-rating.ts";
import { putChallenge } from "#usecases/put-challenge.ts";
import { recordDecision } from "#usecases/record-decision.ts";
import { resolveChallenge } from "#usecases/resolve-challenge.ts";
import { stateMonitoring } from "#usecases/state-monitoring.ts";
import { submitPlan } from "#usecases/submit-plan.ts";
import { uploadEvidence } from "#usecases/upload-evidence.ts";
import type { Asked } from "#usecases/words-to-save.ts";
import { writeVersion } from "#usecases/write-version.ts";
import { acute, aChallenge, agencies, anAction } from "../plan/plan-data.ts";
import { group, openTo, recommendation, untouched } from "./a-plan-of-me.ts";

/** Stands where SharePoint does: whatever is asked of it has got past every guard. */
const reached = "It went on to be saved.";
const port = (): never => {
  throw new Error(reached);
};
const record = { ...untouched, append: port, challenge: port, decide: port };
const meetings = {
  forPlan: port,
  open: port,
  follow: port,
  add: port,
  change: port,
  notes: port,
  note: port,
  record: port,
  officers: port,
  keepMinutes: port,
};
const versions = { forPlan: port, add: port, submitted: port };
const definitions = {
  action: port,
  recommendation: port,
  changeAction: port,
  changeRecommendation: port,
};
const writer = {
  ensureAgencies: port,
  ensurePlan: port,
  addRecommendations: port,
  addActions: port,
  addVersions: port,
  addFindings: port,
  keepColumns: port,
  changeRecommendation: port,
  changeAction: port,
  nameAlso: port,
};

const action = anAction();
const lead = { ...openTo({ agencies: ["Acute"] }), action };
const chair = openTo(group);
const owner = openTo({ roles: ["owner"] });
const state = foldAction(brag, agencies, action, []);
const officer = { loginName: chair.me.loginName, name: "Chair" };
const meeting: Meeting = {
  id: 1,
  planId: 1,
  starts: "2026-06-01T09:00:00Z",
  chair: officer,
  agenda: [],
  attendance: [],
  version: "1",
};
const led = { me: chair.me, meeting };
const item = { id: "1", recommendationId: 1, source: "Chair", minutes: 5 };
const said = { agency: "Acute", key: "key", evidence: [] };
const evidenceNamed = (name: string) =>
  [{ name, url: "https://trust.example/a", kind: "impact" }] as const;
const version = { known: [], number: "8", date: "2026-06-01", key: "key" } as const;
const newPlan = {
  plan: { title: "Plan", regulator: "CQC", scheme: brag },
  agencies: [],
  versions: [],
};
const nothing = {
  added: { recommendations: [], actions: [], versions: [], findings: [] },
  progress: [],
  edited: [],
};
const document = (text: string) => ({
  ...newPlan,
  recommendations: [{ ...recommendation, actions: [anAction({ progressAsPrinted: text })] }],
});

/** Every way in which words come into a plan: what is asked of the use case, and the words. */
const ways: Readonly<Record<string, (words: string, asked: Asked) => Promise<unknown>>> = {
  "a progress update": (note, asked) =>
    proposeRating({ record }, { open: lead, rating: "green", note, ...said, ...asked }),
  "the name of evidence": (name, asked) =>
    proposeRating(
      { record },
      {
        open: lead,
        rating: "green",
        note: "Done.",
        ...said,
        evidence: evidenceNamed(name),
        ...asked,
      },
    ),
  "a later date asked for": (note, asked) =>
    askForDate({ record }, { open: lead, date: "2027-01-01", note, ...said, ...asked }),
  "a later check": (note, asked) =>
    stateMonitoring({ record }, { open: lead, note, ...said, ...asked }),
  "an answer": (note, asked) =>
    answerChallenge(
      { record },
      { open: lead, challenge: aChallenge(), action, note, ...said, ...asked },
    ),
  "a question": (question, asked) =>
    putChallenge(
      { record },
      { open: chair, recommendation, action, question, source: "person", ...said, ...asked },
    ),
  "a paper's question": (question, asked) =>
    importQuestions(
      { record },
      {
        open: { ...chair, recommendations: [], actions: [], record: [], changeToken: "" },
        toPut: [{ key: "key", question, recommendation, agency: acute, isPut: false }],
        ...asked,
      },
    ),
  "the reason of a decision": (reason, asked) =>
    recordDecision(
      { record },
      {
        open: chair,
        action,
        state,
        decision: { kind: "agree-rating", rating: "red", reason },
        key: "key",
        ...asked,
      },
    ),
  "the reason of a recommendation's rating": (reason, asked) =>
    agreeRecommendation(
      { record },
      {
        open: chair,
        recommendation,
        proposed: "green",
        rating: "red",
        reason,
        key: "key",
        ...asked,
      },
    ),
  "the reason of a resolved question": (reason, asked) =>
    resolveChallenge(
      { record },
      { open: chair, challenge: aChallenge(), reason, key: "key", ...asked },
    ),
  "a note of a meeting": (words, asked) =>
    noteInMeeting({ meetings }, { ...led, note: { key: "key", kind: "noted", words }, ...asked }),
  "the agenda of a new meeting": (question, asked) =>
    planMeeting(
      { meetings },
      {
        open: chair,
        starts: "2026-06-01T09:00:00Z",
        chair: officer,
        agenda: [{ ...item, question }],
        key: "key",
        ...asked,
      },
    ),
  "an item of the agenda": (question, asked) =>
    addToAgenda({ meetings }, { ...led, ...asked }, { ...item, question }),
  "who is at a meeting": (name, asked) =>
    markAttendance({ meetings }, { ...led, ...asked }, { agency: "Guest", name, present: true }),
  "the comment of a version": (comment, asked) =>
    writeVersion(
      { versions },
      { open: owner, ...version, author: "Head", comment, circulatedTo: "", ...asked },
    ),
  "the author of a version": (author, asked) =>
    writeVersion(
      { versions },
      { open: owner, ...version, author, comment: "New", circulatedTo: "", ...asked },
    ),
  "whom a version goes to": (circulatedTo, asked) =>
    writeVersion(
      { versions },
      { open: owner, ...version, author: "Head", comment: "New", circulatedTo, ...asked },
    ),
  "whom the plan was sent to": (to, asked) =>
    submitPlan({ versions }, { open: owner, on: "2026-06-01", to, today: "2026-06-01", ...asked }),
  "an action's definition": (text, asked) =>
    editAction(
      { definitions },
      { open: owner, was: { is: action, version: "1" }, to: { text }, ...asked },
    ),
  "a recommendation's definition": (outcome, asked) =>
    editRecommendation(
      { definitions },
      { open: owner, was: { is: recommendation, version: "1" }, to: { outcome }, ...asked },
    ),
  "a document": (text, asked) => importPlan({ writer }, document(text), () => undefined, asked),
  "a newer document": (text, asked) =>
    mergePlan(
      { writer, record, today: "2026-06-01", speaksFor: "own" },
      {
        open: { ...owner, recommendations: [], actions: [], record: [], changeToken: "" },
        read: document(text),
        differences: {
          ...nothing,
          edited: [
            {
              what: "recommendation",
              is: recommendation,
              read: document(text).recommendations[0] ?? { ...recommendation, actions: [] },
              fields: [],
            },
          ],
        },
        document: "plan.docx",
        ...asked,
      },
    ),
};

describe.each(Object.entries(ways))("%s", (_, save) => {
  it("is refused with an NHS number, however sure somebody is", async () => {
    const refused = save("Seen: 943 476 5919.", { sure: true });
    await expect(refused).rejects.toMatchObject({ code: "refused" });
    await expect(refused).rejects.toThrow(/NHS number in .+, at word \d/);
    await expect(refused).rejects.not.toThrow(/943/);
  });

  it("is asked about with what may be a date of birth before it is saved, and saved where that can stand", async () => {
    const doubtful = "The girl, born on 3 April 2009, was seen.";
    await expect(save(doubtful, {})).rejects.toMatchObject({ code: "doubt" });
    await expect(save(doubtful, { sure: true })).rejects.toThrow(reached);
  });

  it("is saved as it is otherwise", async () => {
    await expect(save("Seen on 3 April 2026.", {})).rejects.toThrow(reached);
  });
});

it("the name of a file of evidence is refused with an NHS number, and asked about with its form", async () => {
  const upload = uploadEvidence(
    { evidence: { ofAgency: port, upload: port, discard: port } },
    {
      open: lead,
      agency: "Acute",
      file: new Blob(["x"]),
      name: "943 476 5919.txt",
      kind: "impact",
    },
    { progress: port, began: port, signal: AbortSignal.timeout(1000) },
  );
  await expect(upload).rejects.toThrow(/NHS number in the name of the file/);
});
