import { randomUUID } from "node:crypto";
import type { Frame, Page } from "playwright-core";
import { personById } from "#local/people.ts";
import type { Meeting } from "#plan/meeting.ts";
import { connectMeetings } from "#sharepoint/connect-meetings.ts";
import { connectSharePoint } from "#sharepoint/connect.ts";
import type { ATeams } from "./a-teams.ts";

/** Under way at recommendation 1.1, with two items and somebody present. */
export async function aMeeting(teams: ATeams): Promise<Meeting> {
  const token = await teams.sharePointToken("chair");
  const site = { siteUrl: `${teams.sharePoint}/sites/plan`, token: async () => token };
  const meetings = connectMeetings(site);
  const newest = await connectSharePoint(site).plans.openNewest();
  const chair = personById("chair");
  if (!newest || !chair) throw new Error("There is no plan, or nobody to chair.");
  const { open } = newest;
  const [one, two] = open.recommendations;
  const action = open.actions.find(({ recommendationId }) => recommendationId === one?.id);
  const item = {
    source: "Challenge chair",
    question: "What has changed for children?",
    minutes: 8,
  };
  const planned = await meetings.add({
    key: randomUUID(),
    planId: open.plan.id,
    starts: new Date().toISOString(),
    chair: { loginName: chair.loginName, name: chair.name },
    agenda: [
      { ...item, id: "one", recommendationId: one?.id ?? 0, actionId: action?.id },
      { ...item, id: "two", recommendationId: two?.id ?? 0 },
    ],
  });
  return meetings.change(planned, {
    now: {
      agendaItem: "one",
      recommendationId: one?.id,
      actionId: action?.id,
      since: planned.starts,
    },
    attendance: [
      { agency: "ICB", name: "Named nurse", present: true },
      { agency: "GRS", name: "Manager", present: false },
    ],
  });
}

/** One person in the call. */
interface Call {
  readonly page: Page;
  readonly stage: Frame;
  readonly panel: Frame;
}

/** That person in the call, when stage and side panel show where the group is. */
export async function aCallOf(teams: ATeams, person: string, theme = "default"): Promise<Call> {
  const { page } = await teams.open({ person });
  await page.goto(`${teams.address}/as/${person}/meeting?theme=${theme}`);
  const [stage, panel] = await Promise.all(["stage", "panel"].map((name) => frameIn(page, name)));
  if (!stage || !panel) throw new Error("The call shows neither stage nor side panel.");
  await stage.locator(".meet-claim").first().waitFor();
  await panel.locator(".meet-now").waitFor();
  return { page, stage, panel };
}

async function frameIn(page: Page, name: string): Promise<Frame> {
  const frame = await (await page.waitForSelector(`iframe[name=${name}]`)).contentFrame();
  if (!frame) throw new Error(`The call has no ${name}.`);
  return frame;
}
