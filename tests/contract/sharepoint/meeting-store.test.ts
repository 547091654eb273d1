import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Meeting, MeetingNote } from "#plan/meeting.ts";
import { SharePointMeetingStore } from "#sharepoint/meeting-store.ts";
import type { MeetingStore, NewMeeting } from "#usecases/ports/meetings.ts";
import { aSiteWithAPlan, type TestPerson } from "#tests/support/a-site.ts";

let site: Awaited<ReturnType<typeof aSiteWithAPlan>>;
beforeAll(async () => {
  site = await aSiteWithAPlan();
});
afterAll(() => site.close());
beforeEach(() => void (site.requests.length = 0));

const chair = { loginName: "i:0#.f|membership|chair@marlshire.example", name: "chair" };
const item = {
  id: "a",
  recommendationId: 1,
  actionId: 1,
  source: "check:stale",
  question: "What has happened since March?",
  minutes: 8,
};

const storeOf = (person: TestPerson): MeetingStore =>
  new SharePointMeetingStore(site.siteOf(person));

function planned(own: Partial<NewMeeting> = {}): Promise<Meeting> {
  return storeOf("chair").add({
    key: randomUUID(),
    planId: site.planId,
    starts: "2026-11-19T10:00:00.000Z",
    chair,
    agenda: [item],
    ...own,
  });
}

interface Noted {
  readonly person?: TestPerson;
  readonly words?: string;
  readonly key?: string;
}

async function noted(
  meetingId: number,
  { person = "chair", words = "Nobody knew.", key = randomUUID() }: Noted = {},
): Promise<{ id: number; key: string }> {
  const { id } = await storeOf(person).note({
    key,
    planId: site.planId,
    meetingId,
    kind: "answered",
    agency: "Trust",
    words,
  });
  return { id, key };
}

describe("planning a meeting", () => {
  it("gives back what was planned, to everybody who takes part", async () => {
    const secretary = { ...chair, name: "secretary" };
    const { id } = await planned({ secretary });
    for (const person of ["nurse", "councillor", "owner"] as const) {
      expect(await storeOf(person).open(id)).toMatchObject({
        id,
        planId: site.planId,
        starts: "2026-11-19T10:00:00.000Z",
        chair,
        secretary,
        agenda: [item],
        attendance: [],
        version: expect.stringMatching(/^(W\/)?".+"$/),
      });
    }
  });

  it("plans it once however often it is sent", async () => {
    const key = randomUUID();
    const starts = "2027-01-01T10:00:00.000Z";
    const sent = await Promise.all([planned({ key, starts }), planned({ key, starts })]);
    expect(new Set(sent.map(({ id }) => id)).size).toBe(1);
    const listed = await storeOf("nurse").forPlan(site.planId);
    expect(listed.filter((each) => each.starts === starts)).toHaveLength(1);
    expect(listed[0]?.starts).toBe(starts);
  });

  it("is the peer-challenge group's alone", async () => {
    for (const person of ["nurse", "councillor", "stranger"] as const) {
      const meeting = { key: randomUUID(), planId: site.planId, starts: "", chair, agenda: [] };
      await expect(storeOf(person).add(meeting)).rejects.toMatchObject({ code: "not-allowed" });
    }
  });

  it("knows who may chair it, and tells those who may plan it", async () => {
    expect(await storeOf("chair").officers()).toEqual([chair]);
  });
});

describe("changing a meeting", () => {
  it("writes those fields and leaves the others as they are", async () => {
    const before = await planned();
    const now = { agendaItem: "a", recommendationId: 1, since: "2026-11-19T10:05:00.000Z" };
    const attendance = [{ agency: "Trust", name: "Named nurse", present: true }];
    const after = await storeOf("chair").change(before, { now, attendance });
    expect(after).toEqual({ ...before, now, attendance, version: expect.any(String) });
    expect(after.version).not.toBe(before.version);
    expect(await storeOf("councillor").open(before.id)).toEqual(after);
  });

  it("is refused where somebody changed it since, and changes nothing then", async () => {
    const before = await planned();
    const ended = "2026-11-19T11:00:00.000Z";
    const first = await storeOf("chair").change(before, { agenda: [] });
    await expect(storeOf("chair").change(before, { ended })).rejects.toMatchObject({
      code: "conflict",
    });
    expect(await storeOf("chair").open(before.id)).toEqual(first);
  });

  it("is refused to everybody outside the group, and nobody can take a meeting away", async () => {
    const meeting = await planned();
    for (const person of ["nurse", "councillor", "stranger"] as const) {
      await expect(storeOf(person).change(meeting, { agenda: [] })).rejects.toThrow(
        /permission|nothing to/,
      );
    }
    const path = `/_api/web/lists/getByTitle('Meetings')/items(${meeting.id})`;
    const headers = { "if-match": "*", "x-http-method": "DELETE" };
    expect((await site.call("chair", path, { method: "POST", headers })).status).toBe(403);
    expect(await storeOf("chair").open(meeting.id)).toEqual(meeting);
  });
});

describe("following a meeting", () => {
  it("is one request, which brings what was noted since and nothing older", async () => {
    const meeting = await planned();
    const first = await noted(meeting.id, { words: "First." });
    const second = await noted(meeting.id, { words: "Second." });
    await noted((await planned()).id, { words: "Another meeting." });
    site.requests.length = 0;
    const followed = await storeOf("councillor").follow(meeting.id, first.id);
    expect(site.requests).toHaveLength(1);
    expect(followed.meeting).toEqual(meeting);
    expect(followed.notes).toEqual([
      expect.objectContaining({
        id: second.id,
        key: second.key,
        words: "Second.",
        kind: "answered",
        agency: "Trust",
        author: expect.objectContaining({ name: "chair" }),
      } satisfies Partial<MeetingNote>),
    ]);
  });

  it("says so where there is no such meeting", async () => {
    await expect(storeOf("nurse").follow(99_999, 0)).rejects.toMatchObject({ code: "not-found" });
    await expect(storeOf("stranger").open(1)).rejects.toThrow(/permission|nothing to|no such/);
  });
});

describe("what was said", () => {
  it("is written down once, however often it is sent", async () => {
    const { id: meetingId } = await planned();
    const first = await noted(meetingId);
    const again = await noted(meetingId, { key: first.key });
    expect(again.id).toBe(first.id);
    expect(await storeOf("nurse").notes(meetingId)).toHaveLength(1);
  });

  it("is written by the group alone, and can be neither changed nor taken away", async () => {
    const { id: meetingId } = await planned();
    for (const person of ["nurse", "councillor", "owner"] as const) {
      await expect(noted(meetingId, { person })).rejects.toMatchObject({ code: "not-allowed" });
    }
    const { id } = await noted(meetingId);
    const path = `/_api/web/lists/getByTitle('MeetingNotes')/items(${id})`;
    for (const method of ["MERGE", "DELETE"]) {
      const headers = { "if-match": "*", "x-http-method": method };
      const body = method === "MERGE" ? { body: JSON.stringify({ Words: "Never said." }) } : {};
      const { status } = await site.call("chair", path, { method: "POST", headers, ...body });
      expect(status).toBe(403);
    }
    expect(await storeOf("nurse").notes(meetingId)).toMatchObject([{ words: "Nobody knew." }]);
  });

  it("stands beside the questions and decisions of that meeting and no other", async () => {
    const meeting = await planned();
    const { record } = site.as("chair");
    const about = { planId: site.planId, recommendationId: 1, actionId: 1 };

    await record.challenge({
      ...about,
      key: randomUUID(),
      agency: "Trust",
      question: "Since when?",
      source: "person",
      meetingId: meeting.id,
    });
    await record.decide({ ...about, key: randomUUID(), kind: "rating-agreed", rating: "amber" });
    await record.decide({
      ...about,
      key: randomUUID(),
      kind: "rating-agreed",
      rating: "green",
      reason: "The audit shows it.",
      meetingId: meeting.id,
    });
    expect(await storeOf("councillor").record(meeting.id)).toMatchObject([
      { type: "challenge", question: "Since when?", author: { name: "chair" } },
      { type: "decision", rating: "green", reason: "The audit shows it." },
    ]);
  });
});

describe("minutes", () => {
  const bytes = new TextEncoder().encode("What was said.");

  it("are a file that everybody may read, and that an earlier try is not lost to", async () => {
    const name = `Minutes ${randomUUID()}.docx`;
    const url = await storeOf("chair").keepMinutes(name, bytes);
    expect(await storeOf("chair").keepMinutes(name, new Uint8Array([1]))).toBe(url);
    const path = decodeURIComponent(new URL(url).pathname);
    const file = `/_api/web/getFileByServerRelativePath(decodedUrl='${path}')/$value`;
    expect(await (await site.call("councillor", file)).text()).toBe("What was said.");
    const meeting = await planned();
    const ended = await storeOf("chair").change(meeting, { minutes: url });
    expect(ended.minutes).toBe(url);
  });

  it("are kept by the group alone", async () => {
    await expect(storeOf("nurse").keepMinutes("Other.docx", bytes)).rejects.toMatchObject({
      code: "not-allowed",
    });
  });
});
