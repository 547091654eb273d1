import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { z } from "zod";
import type { Meeting } from "#plan/meeting.ts";
import { leads } from "#plan/meeting-rules.ts";
import { ledBy } from "#plan/permissions.ts";
import { SharePointMeetingStore } from "#sharepoint/meeting-store.ts";
import { addToGroup, addToRole, membersOf, peopleOfAgencies } from "#sharepoint/members.ts";
import { aSiteWithAPlan, guestUpn, type TestPerson } from "#tests/support/a-site.ts";
import { markAttendance } from "#usecases/meeting/keep-agenda.ts";
import { goTo, handOver } from "#usecases/meeting/lead-meeting.ts";
import { planMeeting } from "#usecases/meeting/plan-meeting.ts";
import { proposeRating } from "#usecases/propose-rating.ts";

const user = z.object({ Id: z.number(), LoginName: z.string(), Title: z.string() });
const guestLogin = `i:0#.f|membership|${guestUpn.toLowerCase()}`;

let site: Awaited<ReturnType<typeof aSiteWithAPlan>>;
const opened = (person: TestPerson) => site.as(person).plans.open(site.planId);
const meetingsOf = (person: TestPerson) => new SharePointMeetingStore(site.siteOf(person));

/** The nurse of the trust is its own; somebody invited from elsewhere speaks for it too, and is of the group. */
beforeAll(async () => {
  site = await aSiteWithAPlan();
  const { agencies } = await opened("owner");
  const group = agencies.find(({ shortName }) => shortName === "Trust")?.group ?? "";
  await addToGroup(site.admin, group, guestUpn);
});
afterAll(() => site.close());

it("a guest is found by the sign-in name that Entra gave them, and known as a guest by their name", async () => {
  const ensured = await site.call("guest", "/_api/web/currentuser?$select=*");
  expect(await ensured.json()).toMatchObject({
    LoginName: guestLogin,
    IsShareByEmailGuestUser: true,
    UserPrincipalName: guestUpn.toLowerCase(),
  });
  const own = await site.call("nurse", "/_api/web/currentuser?$select=IsShareByEmailGuestUser");
  expect(await own.json()).toMatchObject({ IsShareByEmailGuestUser: false });
});

it("a guest in an agency's group speaks for it, under their own name", async () => {
  const open = await opened("guest");
  expect(open.me).toMatchObject({ name: "guest", agencies: ["Trust"], loginName: guestLogin });
  const [action] = open.actions;
  if (!action) throw new Error("The small plan is empty.");
  await proposeRating(site.as("guest"), {
    open: { ...open, action },
    agency: "Trust",
    rating: "green",
    note: "Two wards are trained.",
    evidence: [],
    key: randomUUID(),
  });
  const record = await site.as("reader").record.forAction(action.id);
  expect(record.at(-1)).toMatchObject({ type: "update", author: { name: "guest" } });
  const people = await peopleOfAgencies(site.admin, open.agencies);
  expect(people.get("Trust")?.map(({ name }) => name)).toContain("guest");
  const groups = open.agencies.map(({ group }) => group);
  expect([...(await membersOf(site.admin, groups)).values()].flat()).toContain(guestLogin);
});

it("a guest leads an action: as its lead officer, and where the document prints their address", async () => {
  const { me, actions } = await opened("guest");
  const [action] = actions;
  if (!action) throw new Error("The small plan is empty.");
  expect(ledBy(me)({ ...action, leadOfficers: [me.id] })).toBe(true);
  expect(ledBy(me)({ ...action, leads: [guestUpn] })).toBe(true);
  expect(ledBy(me)(action)).toBe(false);
});

it("a guest follows a meeting, is among those who can chair it, and takes everybody along when they do", async () => {
  await addToRole(site.admin, "challenge", guestUpn);
  const open = await opened("chair");
  const { me, recommendations } = open;
  const officers = await meetingsOf("chair").officers();
  const guest = officers.find(({ loginName }) => loginName === guestLogin);
  const recommendationId = recommendations[0]?.id ?? 0;
  const meetings = meetingsOf("chair");
  const planned = await planMeeting(
    { meetings },
    {
      open,
      starts: "2026-11-19T10:00:00.000Z",
      chair: { loginName: me.loginName, name: me.name },
      agenda: [
        { id: "a", recommendationId, source: "Chair", question: "What has changed?", minutes: 5 },
      ],
      key: randomUUID(),
    },
  );
  if (!guest) throw new Error("The guest is not among those who can chair.");
  const handed = await handOver({ meetings }, { me, meeting: planned }, guest);
  const theirs = (await opened("guest")).me;
  expect(leads(theirs, handed)).toBe(true);
  const there = await led(handed, recommendationId);
  const followed = await meetingsOf("reader").forPlan(site.planId);
  expect(followed.find(({ id }) => id === there.id)?.now?.recommendationId).toBe(recommendationId);
  expect(there.attendance).toMatchObject([{ agency: "Guest", name: "guest", present: true }]);
});

const now = () => new Date("2026-11-19T10:05:00.000Z");

/** As the guest does it: to the item, and themselves written down as present. */
async function led(meeting: Meeting, recommendationId: number): Promise<Meeting> {
  const meetings = meetingsOf("guest");
  const { me } = await opened("guest");
  const place = { agendaItem: "a", recommendationId };
  const there = await goTo({ meetings, now }, { me, meeting }, place);
  return markAttendance(
    { meetings },
    { me, meeting: there },
    { agency: "Guest", name: me.name, present: true },
  );
}

it("a guest in no group is as any stranger", async () => {
  const fresh = await aSiteWithAPlan();
  try {
    expect((await fresh.call("guest", "/_api/web/lists")).status).toBe(403);
    const ensured = await fresh.call("owner", "/_api/web/ensureuser", {
      method: "POST",
      body: JSON.stringify({ logonName: `i:0#.f|membership|${guestUpn}` }),
    });
    expect(user.parse(await ensured.json()).LoginName).toBe(guestLogin);
  } finally {
    await fresh.close();
  }
});
