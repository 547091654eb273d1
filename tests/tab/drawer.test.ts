import type { Frame, Locator } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { aTeams, type ATeams, axeFindings } from "./support/a-teams.ts";
import { arrowTo, inTab, tabTo } from "./support/keyboard.ts";

let teams: ATeams;
beforeAll(async () => {
  teams = await aTeams();
});
afterAll(() => teams.close());
afterEach(() => teams.throwComplaints());

const lines = (tab: Frame, words: string): Locator =>
  tab.locator("[data-line]").filter({ hasText: words });

const file = (name: string, bytes: number) => ({
  name,
  mimeType: "application/octet-stream",
  buffer: Buffer.alloc(bytes, 1),
});

describe("by keyboard alone", () => {
  it("an agency rates with evidence: a link and a file, what they show and the day", async () => {
    const { page, tab, close } = await teams.open({ person: "lead-b", place: "action/1" });
    const named = inTab(tab);
    await named("button", "Save").waitFor();
    await arrowTo(page, named("radio", /^Blue/), named("radio", /^Amber/));
    await tabTo(page, named("textbox", "What happened"));
    await page.keyboard.type("Ten plans were read.");
    await tabTo(page, tab.getByRole("button", { name: "Link", exact: true }));
    await page.keyboard.press("Enter");
    await tabTo(page, named("textbox", "Link to evidence"));
    await page.keyboard.type("https://files.marlshire.example/audit.docx");
    await arrowTo(page, named("radio", "Activity"), named("radio", "Impact"));
    await tab.getByLabel("Date of the evidence").fill("2026-11-12");
    const chosen = page.waitForEvent("filechooser");
    await tabTo(page, named("button", "Choose a file"));
    await page.keyboard.press("Enter");
    await (await chosen).setFiles(file("Notes of the audit.txt", 20));
    const shows = tab.getByRole("radiogroup", { name: /^What it shows.*Notes of the audit/ });
    const activity = shows.getByRole("radio", { name: "Activity" });
    await arrowTo(page, activity, activity);
    await tabTo(page, named("button", "Save"));
    await page.keyboard.press("Enter");
    await lines(tab, "Ten plans were read.").waitFor();
    await expect
      .poll(() => tab.evaluate(() => document.activeElement?.getAttribute("data-line") ?? ""))
      .toMatch(/^update \d+$/);
    expect(await lines(tab, "Ten plans were read.").getByRole("link").count()).toBe(2);
    expect(await lines(tab, "Ten plans were read.").textContent()).toMatch(
      /audit\.docx Impact · 12 November 2026/,
    );
    await close();
  });

  it("the group puts a check's question, the agency answers, the group agrees and resolves it", async () => {
    const chair = await teams.open({ person: "chair", place: "action/3" });
    const group = inTab(chair.tab);
    await tabTo(chair.page, group("button", "Put this question").first());
    await chair.page.keyboard.press("Enter");
    await expect
      .poll(() => chair.tab.evaluate(() => document.activeElement?.textContent))
      .toBe("Put a question");
    await tabTo(chair.page, group("textbox", "Question"));
    await chair.page.keyboard.press("End");
    await chair.page.keyboard.type(" Please name the ward.");
    await tabTo(chair.page, group("button", "Put the question"));
    await chair.page.keyboard.press("Enter");
    await lines(chair.tab, "Please name the ward.").waitFor();
    expect(await lines(chair.tab, "Please name the ward.").textContent()).toMatch(/the check “/);

    const lead = await teams.open({ person: "lead-a", place: "action/3" });
    const agency = inTab(lead.tab);
    await tabTo(lead.page, agency("button", "Answer").first());
    await lead.page.keyboard.press("Enter");
    await tabTo(lead.page, agency("textbox", "Answer"));
    await lead.page.keyboard.type("Ward 7, since May.");
    await tabTo(lead.page, agency("button", "Save"));
    await lead.page.keyboard.press("Enter");
    await lines(lead.tab, "Ward 7, since May.").waitFor();
    await lead.close();

    await lines(chair.tab, "Ward 7, since May.").waitFor();
    await tabTo(chair.page, group("radio", /as proposed/));
    await chair.page.keyboard.press("Space");
    await tabTo(chair.page, group("button", "Record"));
    await chair.page.keyboard.press("Enter");
    await lines(chair.tab, "The group agreed Green").waitFor();
    await expect
      .poll(() => chair.tab.evaluate(() => document.activeElement?.getAttribute("data-line") ?? ""))
      .toMatch(/^decision \d+$/);
    await chair.tab.getByRole("button", { name: "Resolve" }).first().focus();
    await chair.page.keyboard.press("Enter");
    await tabTo(chair.page, group("textbox", "Reason"));
    await chair.page.keyboard.type("The ward is named.");
    await chair.page.keyboard.press("Tab");
    await chair.page.keyboard.press("Enter");
    await lines(chair.tab, "The ward is named.").waitFor();
    await chair.close();
  });
});

describe("files of evidence", () => {
  it("go into the agency's folder when the form is saved, can be stopped, and are tried again", async () => {
    const { page, tab, close } = await teams.open({ person: "lead-a", place: "action/4" });
    await tab.getByRole("radio", { name: /^Green/ }).check();
    await tab.getByLabel("What happened").fill("Recorded on film.");
    await tab.getByLabel("Files of evidence").setInputFiles(file("Film.mp4", 5_000_000));
    await tab.getByRole("radio", { name: "Impact" }).check();
    const held = Promise.withResolvers<void>();
    await page.route(/continueUpload/, async (route) => {
      await held.promise;
      return route.continue();
    });
    await tab.getByRole("button", { name: "Save" }).click();
    const progress = tab.getByRole("progressbar", { name: "Uploading Film.mp4" });
    await progress.waitFor();
    await tab.getByText("2.1 MB of 5 MB").waitFor();
    await tab.getByRole("button", { name: "Cancel" }).click();
    held.resolve();
    await tab.getByText("Stopped. Nothing was saved").waitFor();
    await tab.getByRole("button", { name: "Library" }).click();
    await tab.getByText(/has put no file into the library yet/).waitFor();

    await tab.getByRole("button", { name: "Save" }).click();
    const line = lines(tab, "Recorded on film.");
    await line.waitFor();
    const link = line.getByRole("link", { name: "Film.mp4" });
    expect(await link.getAttribute("href")).toMatch(/\/Evidence\/[^/]+\/Film\.mp4$/);
    await close();
  });

  it("of the library are pointed at again", async () => {
    const { tab, close } = await teams.open({ person: "lead-a", place: "action/4" });
    await tab.getByRole("button", { name: "Library" }).click();
    await tab.getByRole("button", { name: "Add Film.mp4" }).click();
    await tab.getByText("From the library").waitFor();
    expect(await tab.getByRole("radio", { name: "Impact" }).isChecked()).toBe(true);
    await tab.getByRole("button", { name: "Take out Film.mp4" }).click();
    await close();
  });
});

describe("without a connection", () => {
  it("what Save was pressed for stays, and is saved once when it is back", async () => {
    const { page, tab, close } = await teams.open({ person: "lead-b", place: "action/4" });
    await tab.getByRole("tab", { name: "Date" }).click();
    await tab.getByLabel("The date you ask for").fill("2027-06-30");
    await tab.getByLabel("Why it is needed").fill("The builders are late.");
    await page.context().setOffline(true);
    await tab.getByRole("button", { name: "Save" }).click();
    await tab.getByRole("alert").getByText("You are offline").waitFor();
    await tab
      .getByRole("alert")
      .getByText(/kept on this computer/)
      .waitFor();
    expect(await tab.getByLabel("Why it is needed").inputValue()).toBe("The builders are late.");
    await page.context().setOffline(false);
    await lines(tab, "asked for 30 June 2027").waitFor();
    expect(await lines(tab, "asked for 30 June 2027").count()).toBe(1);
    await close();
  });
});

describe("after a save", () => {
  it("the record is read once more and no oftener, and the plan catches up", async () => {
    const { page, tab, close } = await teams.open({ person: "lead-a", place: "action/3" });
    await tab.getByRole("region", { name: "Record" }).getByRole("listitem").first().waitFor();
    const read: string[] = [];
    page.on("request", (request) => {
      const asked = decodeURIComponent(request.postData() ?? "").replaceAll("+", " ");
      if (request.url().endsWith("$batch") && asked.includes("ActionId eq 3")) read.push(asked);
    });
    await tab.getByRole("radio", { name: /^Red/ }).check();
    await tab.getByLabel("What happened").fill("Read once.");
    await tab.getByRole("button", { name: "Save" }).click();
    await lines(tab, "Read once.").waitFor();
    await tab
      .locator(".drawer-state")
      .getByText(/Proposed Red/)
      .first()
      .waitFor();
    // The plan knew of it after the record was read: a second reading would have begun by now.
    await tab
      .getByText(/^Updated/)
      .first()
      .waitFor();
    expect(read).toHaveLength(1);
    await close();
  });
});

describe("after an answer that was lost for good", () => {
  it("the same words are saved once, and other words are not taken for them", async () => {
    const { page, tab, close } = await teams.open({ person: "lead-b", place: "action/4" });
    const loseAnswers = () =>
      page.route(/AddValidateUpdateItemUsingPath/, async (route) => {
        await route.fetch();
        return route.abort("connectionreset");
      });
    const save = () => tab.getByRole("button", { name: "Save" }).click();
    await tab.getByRole("radio", { name: /^Amber/ }).check();
    await tab.getByLabel("What happened").fill("Half is done.");
    for (const more of ["", " The other half is planned."]) {
      await loseAnswers();
      await tab.getByLabel("What happened").press("End");
      await tab.getByLabel("What happened").pressSequentially(more);
      await save();
      await tab.getByText("Not saved yet").waitFor();
    }
    await page.unroute(/AddValidateUpdateItemUsingPath/);
    await save();
    await lines(tab, "The other half is planned.").waitFor();
    expect(await lines(tab, "The other half is planned.").count()).toBe(1);
    expect(await lines(tab, "Half is done.").count()).toBe(2);
    await close();
  });
});

const colourOf = (each: Element) => getComputedStyle(each).color;

describe("an owner's change", () => {
  it("is shown beside another owner's, and one is chosen field by field", async () => {
    const open = { person: "owner", place: "action/5" };
    const [one, other] = [await teams.open(open), await teams.open(open)];
    for (const { tab } of [one, other])
      await tab.getByRole("button", { name: "Edit the action" }).click();
    await one.tab.getByLabel("Action", { exact: false }).first().waitFor();
    await other.tab.getByRole("textbox", { name: "Action" }).fill("Count the visits each week.");
    await other.tab.getByRole("textbox", { name: "Milestones" }).fill("First count in May.");
    await one.tab.getByRole("textbox", { name: "Action" }).fill("Count the visits each month.");
    await other.tab.getByRole("button", { name: "Save" }).click();
    await other.tab.getByText("Saved. The action reads as you changed it.").waitFor();
    await one.tab.getByRole("button", { name: "Save" }).click();
    await one.tab.getByText("Not saved").waitFor();
    const both = one.tab.getByRole("radiogroup", { name: /Action: changed twice/ });
    expect(await both.textContent()).toMatch(/each month\..*each week\./);
    expect(await one.tab.getByText(/is taken over here: Milestones/).count()).toBe(1);
    const first = both.getByRole("radio").first();
    await expect.poll(() => first.evaluate((radio) => radio === document.activeElement)).toBe(true);
    expect(await axeFindings(one.tab)).toEqual([]);
    await one.page.emulateMedia({ forcedColors: "active", colorScheme: "dark" });
    // What differs can be read in a system's own colours too.
    expect(await both.locator("mark").first().evaluate(colourOf)).toBe(
      await both.evaluate(colourOf),
    );
    await one.page.emulateMedia({ forcedColors: "none", colorScheme: "light" });
    await one.tab.getByRole("radio", { name: /Yours/ }).check();
    await one.tab.getByRole("button", { name: "Save" }).click();
    await one.tab.locator(".drawer-text").getByText("Count the visits each month.").waitFor();
    await one.tab.getByText("First count in May.").waitFor();
    await one.close();
    await other.close();
  });
});

describe("a discussion", () => {
  it("stands beside the tab where this Teams can show it there, and follows what is said in it", async () => {
    const { page, tab, close } = await teams.open({ person: "lead-a", place: "action/3" });
    await tab.getByRole("button", { name: "Discuss" }).click();
    const thread = page.getByRole("complementary", { name: "Conversation" });
    await thread
      .getByRole("heading", { name: /^Recommendation / })
      .first()
      .waitFor();
    await thread.getByText("Open in plan").first().waitFor();
    await thread.getByLabel("Reply").fill("Shall we talk on Friday?");
    await thread.getByLabel("Reply").press("Enter");
    await thread.getByRole("article").getByText("Shall we talk on Friday?").waitFor();
    expect(new URL(page.url()).pathname).toMatch(/\/tab$/);
    await thread.getByRole("button", { name: "Close" }).click();
    expect(await thread.count()).toBe(0);
    await tab.getByRole("button", { name: "Discuss" }).waitFor();
    await close();
  });

  it("opens the recommendation's one thread, where this Teams cannot show it beside the tab", async () => {
    const threads: string[] = [];
    for (const person of ["lead-a", "chair"]) {
      const { page, tab, close } = await teams.open({ person, place: "action/3", width: 900 });
      await tabTo(page, tab.getByRole("button", { name: "Discuss" }));
      await page.keyboard.press("Enter");
      await page.waitForURL((url) => !url.pathname.endsWith("/tab"));
      threads.push(page.url().replace(/^.*\/as\/[^/]+\//, ""));
      await close();
    }
    expect(threads[0]).toMatch(/posts.*\d/);
    expect(threads[1]).toBe(threads[0]);
  });
});

describe("a recommendation", () => {
  it("is asked about by scrutiny, and says who has not answered", async () => {
    const { tab, close } = await teams.open({ person: "scrutiny", place: "recommendation/1" });
    await tab.getByRole("textbox", { name: "Question" }).fill("What changed for children?");
    const [agency] = await tab.getByRole("radio").all();
    await agency?.check();
    await tab.getByRole("button", { name: "Put the question" }).click();
    const questions = tab.getByRole("region", { name: "Questions" });
    await questions.getByText("What changed for children?").waitFor();
    expect(await questions.textContent()).toMatch(/from scrutiny.*Not answered/);
    expect(await questions.getByRole("button").count()).toBe(0);
    await close();
  });
});
