import { randomUUID } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Frame, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { siteOfApp } from "#cli/site-of-app.ts";
import { personById } from "#local/people.ts";
import { agencyGroup } from "#sharepoint/access.ts";
import { connectMeetings } from "#sharepoint/connect-meetings.ts";
import { connectSharePoint } from "#sharepoint/connect.ts";
import { addToGroup } from "#sharepoint/members.ts";
import { aTeams, type ATeams } from "./support/a-teams.ts";
import { drawn } from "./support/drawn.ts";

/** Where on the screens an act is offered, and by which words on a button, a tab, a switch or a heading. */
const acts = {
  "propose a rating": ["own action", "Propose a rating"],
  "add evidence": ["own action", "Choose a file"],
  "ask for a date": ["own action", "Date"],
  decide: ["own action", "Decide"],
  close: ["decisions", "Close the action"],
  "put a question": ["own action", "Question"],
  "edit the action": ["own action", "Edit the action"],
  answer: ["asked action", "Add to the answer"],
  "ask further": ["asked action", "Ask further"],
  resolve: ["asked action", "Resolve"],
  "agree several": ["recommendation", "Its actions"],
  "edit the recommendation": ["recommendation", "Edit the recommendation"],
  "put what a check asks": ["findings", "Put this question"],
  "tune a check": ["settings", "Overdue: on"],
  "write a version": ["papers", "Write down a version"],
  "hand over papers": ["papers", "Highlight report: Word"],
  import: ["papers", "Import"],
  export: ["papers", "Export"],
  "plan a meeting": ["meetings", "Plan a meeting"],
  "follow the meeting": ["meeting", "Look around"],
  "lead the meeting": ["meeting", "End meeting"],
  "record what is said": ["meeting", "Note"],
  "mark attendance": ["meeting", "Mark"],
  "order the agenda": ["meeting", "Add"],
  "take or give the chair": ["meeting", "Chair and secretary"],
} as const satisfies Record<string, readonly [string, string]>;

const people = {
  owner: "plan owner",
  chair: "chair, of no agency",
  independent: "independent member, a guest",
  secretary: "member, of the agency",
  "lead-a": "lead officer of the agency",
  "lead-b": "lead officer of two agencies",
  "lead-c": "lead officer of another",
  scrutiny: "scrutiny member",
  reader: "board member",
};

/** In the order of the people above. The question is to the second of two agencies: only its people answer it. */
const offered: Record<keyof typeof acts, string> = {
  "propose a rating": "– – – yes yes yes – – –",
  "add evidence": "– – – yes yes yes – – –",
  "ask for a date": "– – – yes yes yes – – –",
  decide: "– yes yes yes – – – – –",
  close: "– yes yes – – – – – –",
  "put a question": "– yes yes yes – – – yes –",
  "edit the action": "yes – – – – – – – –",
  answer: "– – – – – yes – – –",
  "ask further": "– yes yes yes – – – – –",
  resolve: "– yes yes yes – – – – –",
  "agree several": "– yes yes yes – – – – –",
  "edit the recommendation": "yes – – – – – – – –",
  "put what a check asks": "– yes yes yes – – – yes –",
  "tune a check": "yes – – – – – – – –",
  "write a version": "yes – – – – – – – –",
  "hand over papers": "yes yes yes yes yes yes yes yes yes",
  import: "yes yes yes yes yes yes yes yes –",
  export: "yes yes yes yes yes yes yes yes yes",
  "plan a meeting": "– yes yes yes – – – – –",
  "follow the meeting": "yes – yes yes yes yes yes yes yes",
  "lead the meeting": "– yes – – – – – – –",
  "record what is said": "– yes – – – – – – –",
  "mark attendance": "– yes – – – – – – –",
  "order the agenda": "– yes yes yes – – – – –",
  "take or give the chair": "– yes yes yes – – – – –",
};

/** How a place is reached, and what tells that all of it is there. */
let places: Record<string, readonly [hash: string, sign: string]> = {};
let teams: ATeams;
/** One for all these people: a browser of each one's own would fetch the tab again and again. */
let page: Page;

beforeAll(async () => {
  const dataFolder = mkdtempSync(join(tmpdir(), "action-plan-offered-"));
  teams = await aTeams({ dataFolder });
  const site = siteOfApp({ settings: join(dataFolder, "settings.env") });
  for (const person of ["secretary", "lead-b"])
    await addToGroup(site, agencyGroup("QCMH"), personById(person)?.upn ?? "");
  const { meetingId, asked } = await aMeetingUnderWay();
  page = (await teams.open({ person: "outsider" })).page;
  places = {
    "own action": ["action/1", "[data-line]"],
    "asked action": [`action/${asked}`, "[data-line]"],
    decisions: [`action/${asked}`, "[data-line]"],
    recommendation: ["recommendation/1", ".action-record li"],
    findings: ["challenges?show=checks", ".challenges-list"],
    settings: ["challenges?show=settings", ".challenges-list"],
    papers: ["papers", ".papers-table"],
    meetings: ["meeting", ".meet-line"],
    meeting: [`meeting?id=${meetingId}`, ".meet-item-go"],
  };
});
afterAll(() => teams.close());
afterEach(() => teams.throwComplaints());

/** Chaired by the chair; nobody is its secretary yet. */
async function aMeetingUnderWay(): Promise<{ meetingId: number; asked: number | undefined }> {
  const token = await teams.sharePointToken("chair");
  const at = { siteUrl: `${teams.sharePoint}/sites/plan`, token: async () => token };
  const newest = await connectSharePoint(at).plans.openNewest();
  const recommendationId = newest?.open.recommendations[0]?.id;
  if (!newest || recommendationId === undefined) throw new Error("There is no plan.");
  const { plan, me, record } = newest.open;
  const answered = new Set(
    record.flatMap((entry) => (entry.type === "update" ? (entry.challengeId ?? []) : [])),
  );
  const question = record.find(
    (entry) => entry.type === "challenge" && entry.agency === "MVHT" && answered.has(entry.id),
  );
  if (question === undefined) throw new Error("No question to the hospitals was answered.");
  const meetings = connectMeetings(at);
  const starts = new Date().toISOString();
  const item = { id: "one", recommendationId, source: "Chair", question: "What?", minutes: 5 };
  const planned = await meetings.add({
    key: randomUUID(),
    planId: plan.id,
    starts,
    chair: { loginName: me.loginName, name: me.name },
    agenda: [item],
  });
  const now = { agendaItem: "one", recommendationId, since: starts };
  const { id } = await meetings.change(planned, { now });
  return { meetingId: id, asked: question.actionId };
}

/** The words on everything that can be pressed, and on headings. */
function wordsIn(tab: Frame): Promise<readonly string[]> {
  return tab.evaluate(() => {
    const inside = document.querySelector("[role=dialog]") ?? document.body;
    const all = inside.querySelectorAll<HTMLElement>("button, a, h2, h3, label, input, [role=tab]");
    return [...all].map((each) => {
      const words = each.innerText.trim().replaceAll(/\s+/g, " ");
      return each.getAttribute("aria-label") ?? (words || each.title);
    });
  });
}

/** A title names its tab too, and a button may say more than its act. */
function begins(words: string, said: string): boolean {
  const also = said === "Question" ? ["Put a question"] : [];
  return [said, ...also].some((each) => words === each || words.startsWith(`${each} `));
}

async function offeredAt(tab: Frame, place: string): Promise<readonly string[]> {
  const words = await wordsIn(tab);
  return Object.entries(acts).flatMap(([act, [where, said]]) => {
    if (where !== place) return [];
    return `${act}: ${words.some((each) => begins(each, said)) ? "yes" : "–"}`;
  });
}

function expectedAt(place: string, index: number): readonly string[] {
  return Object.entries(acts).flatMap(([act, [where]]) => {
    const [, who = ""] = Object.entries(offered).find(([each]) => each === act) ?? [];
    return where === place ? `${act}: ${who.split(" ")[index] ?? ""}` : [];
  });
}

async function goTo(tab: Frame, place: string, decides: boolean): Promise<void> {
  const [hash = "", sign = ""] = places[place] ?? [];
  await tab.evaluate((to) => (location.hash = to), hash);
  await tab.locator(sign).first().waitFor();
  if (place === "decisions" && decides) await tab.getByRole("tab", { name: "Decide" }).click();
}

describe("what the screens offer", () => {
  it.each(Object.entries(people).map(([id, who], index) => ({ id, who, index })))(
    "the $who: what they may do, and nothing else",
    async ({ id, index }) => {
      const tab = await teams.openAs(page, id);
      for (const place of Object.keys(places)) {
        await goTo(tab, place, offered.decide.split(" ")[index] === "yes");
        const expected = expectedAt(place, index);
        await expect.poll(() => offeredAt(tab, place), { timeout: 10_000 }).toEqual(expected);
        // What comes late and is too much is seen too.
        await drawn(tab);
        expect(await offeredAt(tab, place)).toEqual(expected);
      }
    },
  );

  it("somebody without a right: nothing but the words that say so", async () => {
    const tab = await teams.openAs(page, "outsider");
    expect(await tab.getByRole("tab").count()).toBe(0);
    expect(await tab.getByRole("link").count()).toBe(0);
  });
});
