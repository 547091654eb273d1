import type { Frame, Locator } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TeamsWindow } from "#tests/tab/support/a-teams.ts";
import { aCall, type ACall, type Participant } from "./meeting/a-call.ts";

/** Milliseconds: everybody is where the chair is within this. */
const soon = 3000;

let call: ACall;
let early: TeamsWindow;
let chair: Participant;
let secretary: Participant;
let lead: Participant;
let scrutiny: Participant;
let owner: Participant;
let meetingId = 0;
let agreedAtOnce = 0;

beforeAll(async () => {
  call = await aCall();
});
afterAll(() => call.close());

const everybodyElse = () => [secretary, lead, scrutiny, owner];

/** Goes to an item of the agenda as the chair, who takes everybody along. */
async function takeTo(by: Participant, ref: string): Promise<void> {
  await by.panel
    .locator(".meet-item-go", { has: by.panel.locator("b", { hasText: new RegExp(`^${ref}$`) }) })
    .click();
}

/** The claim on the stage whose action holds these words, or whose place is this. */
const claim = (stage: Frame, place: number) => stage.locator(".meet-pick").nth(place - 1);

const said = (stage: Frame) => stage.locator(".meet-said");

/** Presses one after the other, and counts them. */
async function presses(...buttons: readonly Locator[]): Promise<number> {
  for (const button of buttons) await button.click();
  return buttons.length;
}

async function saved(stage: Frame): Promise<void> {
  await stage.locator(".meet-saved").waitFor();
}

async function ofMeeting(list: string, columns: string) {
  return call.items(
    "owner",
    list,
    `$filter=MeetingId eq ${meetingId}&$orderby=Id&$select=${columns},Author/Title&$expand=Author`,
  );
}

describe("a peer-challenge meeting, five people in five browsers", () => {
  it("is planned by its chair, the checks filling the agenda, strongest first", async () => {
    early = await call.teams.open({ person: "lead-b", place: "meeting" });
    await early.tab.getByText("No meeting is planned yet").waitFor();
    const { tab, close } = await call.teams.open({ person: "chair", place: "meeting" });
    await tab.getByRole("button", { name: "Plan a meeting" }).click();
    await tab.getByLabel("Starts").fill(minuteInLondon(new Date()));
    await tab
      .getByRole("option", { name: "Challenge secretary" })
      .first()
      .waitFor({ state: "attached" });
    await tab.getByLabel("Secretary").selectOption({ label: "Challenge secretary" });
    await tab.getByRole("button", { name: "Plan the meeting" }).click();
    await tab.getByRole("button", { name: "Begin" }).waitFor();
    expect(await tab.locator(".meet-item").count()).toBeGreaterThan(4);
    const [meeting] = await call.items("owner", "Meetings", "$select=Id,Agenda,Chair,Secretary");
    meetingId = Number(meeting?.["Id"]);
    expect(String(meeting?.["Secretary"])).toContain("secretary@");
    await close();
  });

  it("has what a person adds to the agenda, and is put into order by the keyboard", async () => {
    chair = await call.join("chair");
    const { panel } = chair;
    await panel.getByRole("button", { name: "Add to the agenda" }).click();
    await panel.getByLabel("Recommendation").selectOption({ index: 3 });
    await panel.getByLabel("What is to be asked").fill("What did the training change?");
    await panel.getByRole("button", { name: "Add", exact: true }).click();
    const items = panel.locator(".meet-item-go");
    await items.last().getByText("What did the training change?").waitFor();
    const last = (await items.count()) - 1;
    await items.nth(last).focus();
    await panel.page().keyboard.press("Alt+ArrowUp");
    await items
      .nth(last - 1)
      .getByText("What did the training change?")
      .waitFor();
    expect(await items.count()).toBe(last + 1);
  });

  it("is put into order by the pointer too", async () => {
    const { panel } = chair;
    const items = panel.locator(".meet-item-go");
    const [first, third] = await Promise.all([0, 2].map((at) => items.nth(at).innerText()));
    await panel.locator(".meet-handle").nth(0).dragTo(items.nth(2));
    await expect.poll(() => items.nth(2).innerText()).toBe(first);
    expect(await items.nth(1).innerText()).toBe(third);
  });

  it("stands in the list of somebody who had it open before, without a press", async () => {
    await early.tab.getByText("Challenge chair in the chair").waitFor({ timeout: 10_000 });
    expect(await early.tab.getByText("No meeting is planned yet").count()).toBe(0);
    await early.close();
  });

  it("takes everybody where the chair goes, within three seconds", async () => {
    [secretary, lead, scrutiny] = await Promise.all([
      call.join("secretary"),
      call.join("lead-a"),
      call.join("scrutiny"),
    ]);
    await chair.panel.getByRole("button", { name: /^Begin/ }).click();
    await chair.stage.locator(".meet-ref-number").waitFor();
    await takeTo(chair, "1.1");
    const others = [secretary, lead, scrutiny];
    const arrivals = await Promise.all(others.map(({ arrives }) => arrives("1.1")));
    expect(Math.max(...arrivals)).toBeLessThan(soon);
  });

  it("lands somebody who comes late where the group is", async () => {
    owner = await call.join("owner");
    await owner.arrives("1.1");
    expect(await owner.panel.getByText("Following the Chair").count()).toBe(1);
  });

  it("lets a person look around with one press and return with one, and nobody follows them", async () => {
    await scrutiny.stage.getByRole("button", { name: "Look around" }).click();
    await scrutiny.stage.getByRole("button", { name: /^Next item/ }).click();
    await scrutiny.stage.locator(".meet-ref-number", { hasNotText: /^1\.1$/ }).waitFor();
    await lead.arrives("1.1");
    await scrutiny.stage.getByRole("button", { name: "Return" }).click();
    expect(await scrutiny.arrives("1.1")).toBeLessThan(soon);
  });

  it("has its attendance written down by the secretary", async () => {
    const { panel } = secretary;
    await panel.getByRole("button", { name: "Mark" }).click();
    await panel.getByLabel("Agency").selectOption("MVHT");
    await panel.getByLabel("Who").fill("Named nurse");
    await panel.getByRole("button", { name: "Here", exact: true }).click();
    await panel.getByText("MVHT Named nurse").waitFor();
    await panel.getByLabel("Agency").selectOption("GRS");
    await panel.getByLabel("Who").fill("Service manager");
    await panel.getByRole("button", { name: "Apologies", exact: true }).click();
    await owner.panel.getByText("GRS sent apologies").waitFor({ timeout: 8000 });
    expect(await owner.panel.getByText("MVHT 1", { exact: true }).count()).toBe(1);
  });

  it("records what the agency proposed as agreed, with two presses", async () => {
    const pressed = await presses(
      claim(chair.stage, 3),
      chair.stage.getByRole("button", { name: /^Agree Green, as proposed/ }),
    );
    await saved(chair.stage);
    expect(pressed).toBe(2);
    const decided = said(scrutiny.stage).getByText("Agreed Green, as proposed.");
    await decided.waitFor({ timeout: 8000 });
    expect(await chair.stage.getByRole("button", { name: "Green is agreed" }).count()).toBe(1);
  });

  it("records another rating with three presses and a reason", async () => {
    let pressed = await presses(
      claim(chair.stage, 4),
      chair.stage.getByRole("button", { name: "Agree instead: Red" }),
    );
    // The focus is in the field: the reason is typed and not pressed for.
    await chair.stage.page().keyboard.type("Nothing has begun at two of three sites.");
    pressed += await presses(chair.stage.getByRole("button", { name: "Agree Red" }));
    await saved(chair.stage);
    expect(pressed).toBe(3);
    const decided = said(owner.stage).getByText(/Agreed Red; proposed was Amber/);
    await decided.waitFor({ timeout: 8000 });
    expect(await decided.textContent()).toContain("Nothing has begun at two of three sites.");
  });

  it("records question, answer and disagreement, by the secretary, while they are said", async () => {
    const { stage } = secretary;
    await stage.getByRole("button", { name: "Question" }).click();
    await stage.getByRole("radio", { name: "Marl Valley Hospitals NHS Trust" }).first().check();
    await stage
      .getByRole("textbox", { name: "Question" })
      .fill("Which sites have begun, and since when?");
    await stage.getByRole("button", { name: "Ask", exact: true }).click();
    await saved(stage);
    await noted(stage, { kind: "Answer", words: "The north site, since October." });
    await noted(stage, { kind: "Disagreement", words: "The trust holds that it is Amber." });
    const disagreed = said(lead.stage).getByText("The trust holds that it is Amber.");
    await disagreed.waitFor({ timeout: 8000 });
    expect(await said(lead.stage).getByText("The north site, since October.").count()).toBe(1);
  });

  it("refuses to close for want of evidence, and notes that", async () => {
    await takeTo(chair, "1.4");
    await chair.arrives("1.4");
    await claim(chair.stage, 2).click();
    await chair.stage.getByRole("button", { name: "More decisions" }).click();
    await chair.stage.getByRole("menuitem", { name: "Close the action" }).click();
    await chair.stage.getByLabel("Who checks again").fill("Internal audit");
    await chair.stage.getByRole("button", { name: "Close it" }).click();
    await chair.stage.getByText(/Wait for evidence of impact/).waitFor();
    await chair.stage.getByRole("button", { name: "Note that it was not closed" }).click();
    await chair.stage.getByRole("button", { name: "Save", exact: true }).click();
    await saved(chair.stage);
    expect(await said(chair.stage).getByText("Not closed: no evidence").count()).toBe(1);
  });

  it("records all that is proposed under a recommendation with two presses", async () => {
    const all = chair.stage.getByRole("button", { name: /^Agree all \d+ as proposed/ });
    agreedAtOnce = Number(/\d+/.exec((await all.textContent()) ?? "")?.[0]);
    expect(agreedAtOnce).toBeGreaterThan(1);
    const pressed = await presses(
      all,
      chair.stage.getByRole("button", { name: `Agree ${agreedAtOnce} ratings` }),
    );
    await saved(chair.stage);
    expect(pressed).toBe(2);
    const decided = said(owner.stage).getByText(/Agreed \w+, as proposed\./);
    await expect.poll(() => decided.count(), { timeout: 8000 }).toBe(agreedAtOnce);
    expect(await all.count()).toBe(0);
  });

  it("costs nobody anything whose connection is lost", async () => {
    const { page, stage } = secretary;
    await stage.getByRole("button", { name: "Note" }).click();
    await stage.getByLabel("In words").fill("Typed while the connection went.");
    await page.context().setOffline(true);
    await stage.getByText("You are offline.").first().waitFor();
    await takeTo(chair, "2.1");
    await lead.arrives("2.1");
    await page.context().setOffline(false);
    await stage.getByText("You are offline.").first().waitFor({ state: "detached" });
    await secretary.panel.locator(".meet-now", { hasText: "2.1" }).waitFor();
    expect(await stage.getByLabel("In words").inputValue()).toBe(
      "Typed while the connection went.",
    );
    await stage.getByRole("radio", { name: "Note" }).check();
    await stage.getByRole("button", { name: "Save", exact: true }).click();
    await saved(stage);
    await secretary.arrives("2.1");
  });

  it("hands the chair over, and everybody follows the new one", async () => {
    await chair.panel.getByRole("button", { name: "Chair and secretary" }).click();
    await chair.panel.getByRole("menuitem", { name: "Challenge secretary" }).first().click();
    await secretary.panel.getByRole("button", { name: /^Next/ }).waitFor({ timeout: soon });
    await takeTo(secretary, "1.1");
    await chair.arrives("1.1");
    await scrutiny.arrives("1.1");
    await chair.panel.getByRole("button", { name: "Chair and secretary" }).click();
    await chair.panel.getByRole("menuitem", { name: "Take the chair" }).click();
    await chair.panel.getByRole("button", { name: "End meeting" }).waitFor();
    expect(await chair.panel.getByText("Everyone follows you").count()).toBe(1);
  });

  it("ends for everybody, with its minutes", async () => {
    await chair.panel.getByRole("button", { name: "End meeting" }).click();
    await chair.panel.getByRole("button", { name: "End it" }).click();
    for (const { panel } of everybodyElse())
      await panel.getByRole("link", { name: "Open the minutes (Word)" }).waitFor();
    const posts = await call.teams.openAlone(`${call.teams.address}/as/owner/posts`);
    const card = posts.getByRole("article").filter({ hasText: "Peer-challenge meeting" });
    await card.getByText("Which sites have begun, and since when?").waitFor();
    expect(await card.count()).toBe(1);
    await posts.context().close();
  });

  it("has put its question to the agency as a card in the channel, once, which its people alone answer", async () => {
    for (const [person, fields] of [
      ["lead-b", 1],
      ["lead-c", 0],
    ] as const) {
      const posts = await call.teams.openAlone(`${call.teams.address}/as/${person}/posts`);
      const title = posts.getByText("Challenge on recommendation 1.1", { exact: true });
      await title.waitFor();
      expect(await title.count()).toBe(1);
      const card = posts.getByRole("article").filter({ has: title });
      await card.getByText("Which sites have begun, and since when?").waitFor();
      const field = card.getByRole("textbox", { name: "Your answer" });
      await expect.poll(() => field.count()).toBe(fields);
      await posts.context().close();
    }
  });
});

describe("what stands in SharePoint afterwards", () => {
  it("is each question, as a challenge with its day, by the person who recorded it", async () => {
    expect(await ofMeeting("Challenges", "Agency,Question,Due,Source")).toEqual([
      {
        Agency: "MVHT",
        Question: "Which sites have begun, and since when?",
        Due: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
        Source: "person",
        Author: { Title: "Challenge secretary" },
      },
    ]);
  });

  it("is each decision, with its reason, and no closing", async () => {
    const decisions = await ofMeeting("Decisions", "Kind,Rating,Reason");
    expect(decisions).toHaveLength(2 + agreedAtOnce);
    expect(new Set(decisions.map((each) => each["Kind"]))).toEqual(new Set(["rating-agreed"]));
    expect(decisions.slice(0, 2)).toMatchObject([
      { Kind: "rating-agreed", Rating: "green", Author: { Title: "Challenge chair" } },
      {
        Kind: "rating-agreed",
        Rating: "red",
        Reason: "Nothing has begun at two of three sites.",
        Author: { Title: "Challenge chair" },
      },
    ]);
  });

  it("is what was said, each thing once", async () => {
    expect(await ofMeeting("MeetingNotes", "Kind,Agency,Words")).toMatchObject([
      { Kind: "answered", Agency: "MVHT", Words: "The north site, since October." },
      { Kind: "disagreed", Agency: "MVHT", Words: "The trust holds that it is Amber." },
      { Kind: "noted", Words: "Not closed: no evidence of what it changed." },
      { Kind: "noted", Words: "Typed while the connection went." },
    ]);
  });

  it("is the minutes in Word: who was there, and per item what was asked, answered and decided", async () => {
    const [meeting] = await call.items(
      "scrutiny",
      "Meetings",
      `$filter=Id eq ${meetingId}&$select=Minutes,Ended`,
    );
    const words = await call.wordsOf("scrutiny", minutesIn(meeting?.["Minutes"]));
    for (const line of [
      "Minutes of the peer-challenge meeting",
      "Named nurse",
      "Service manager",
      "Recommendation 1.1",
      "Asked MVHT",
      "Which sites have begun, and since when? Answer by",
      "MVHT answered",
      "MVHT disagreed",
      "Agreed Red; proposed was Amber. Nothing has begun at two of three sites.",
      "Not closed: no evidence of what it changed.",
      "On the agenda and not talked about",
    ])
      expect(words).toContain(line);
    expect(words.indexOf("Recommendation 1.1")).toBeLessThan(words.indexOf("The north site"));
  });

  it("has browsers complain about nothing", () => {
    expect(() => call.teams.throwComplaints()).not.toThrow();
  });
});

async function noted(stage: Frame, { kind, words }: { kind: string; words: string }) {
  await stage.getByRole("button", { name: "Note" }).click();
  await stage.getByRole("radio", { name: kind }).check();
  await stage.getByRole("radio", { name: "Marl Valley Hospitals NHS Trust" }).first().check();
  await stage.getByLabel("In words").fill(words);
  await stage.getByRole("button", { name: "Save", exact: true }).click();
  await stage.getByLabel("In words").waitFor({ state: "detached" });
}

/** The time in London, as the browser's field for a day and a time takes it. */
function minuteInLondon(now: Date): string {
  const clock = { timeZone: "Europe/London", dateStyle: "short", timeStyle: "short" } as const;
  return new Intl.DateTimeFormat("sv-SE", clock).format(now).replace(" ", "T");
}

function minutesIn(column: unknown): string {
  if (typeof column !== "object" || column === null || !("Url" in column))
    throw new Error("The meeting has no minutes.");
  return String(column.Url);
}
