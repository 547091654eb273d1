import type { Frame } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { aCallOf, aMeeting } from "./support/a-meeting.ts";
import { aTeams, type ATeams } from "./support/a-teams.ts";

let teams: ATeams;
beforeAll(async () => {
  teams = await aTeams();
  await aMeeting(teams);
});
afterAll(() => teams.close());
afterEach(() => teams.throwComplaints());

const button = (frame: Frame, name: string | RegExp) =>
  frame.getByRole("button", { name, exact: true });

/** What has the keyboard, by its words or its name. */
const here = (frame: Frame) =>
  frame.evaluate(() => {
    const { activeElement: one } = document;
    return one?.getAttribute("aria-label") ?? one?.textContent ?? "";
  });

/** What is read with the field that has the keyboard. */
const described = (frame: Frame) =>
  frame.evaluate(() => {
    const id = document.activeElement?.getAttribute("aria-describedby") ?? "";
    return document.getElementById(id)?.textContent ?? "";
  });

/** Resolves when that was said to whoever listens. */
const heard = (frame: Frame, words: string | RegExp) =>
  frame.getByRole("status").getByText(words).waitFor({ state: "attached" });

describe("to a screen reader, whatever is done in a meeting", () => {
  it("has a name, is said once, and leaves the keyboard where it goes on", async () => {
    const { page, stage, panel } = await aCallOf(teams, "chair");
    await button(panel, "Add to the agenda").press("Enter");
    await expect.poll(() => panel.evaluate(() => document.activeElement?.tagName)).toBe("SELECT");
    const form = panel.getByRole("form", { name: "Add to the agenda" });
    expect(await form.evaluate((each) => each.scrollWidth - each.clientWidth)).toBe(0);
    await button(panel, "Add").press("Enter");
    await expect.poll(() => described(panel)).toBe("Write what is to be asked.");
    await panel.getByLabel("What is to be asked").fill("What did it change?");
    await button(panel, "Add").press("Enter");
    await heard(panel, "It stands last on the agenda.");
    expect(await here(panel)).toBe("Add to the agenda");
    await button(panel, /^Move /)
      .last()
      .press("Enter");
    await panel.getByRole("menuitem", { name: "Take off the agenda" }).press("Enter");
    await heard(panel, / is off the agenda\.$/);
    await expect.poll(() => here(panel)).toMatch(/^Move /);

    await button(panel, "Mark who is here").press("Enter");
    await button(panel, "Here").last().press("Enter");
    await expect.poll(() => described(panel)).toBe("Write who it is, by name or by role.");
    await panel.getByLabel("Who", { exact: true }).fill("Head of audit");
    await button(panel, "Here").last().press("Enter");
    await heard(panel, /^Head of audit, .+: here\.$/);
    expect(await panel.evaluate(() => document.activeElement?.tagName)).toBe("INPUT");
    await button(panel, /^Head of audit, .+: here\. Change$/).press("Enter");
    await heard(panel, /^Head of audit, .+: sent apologies\.$/);
    expect(await here(panel)).toMatch(/sent apologies\. Change$/);
    await button(panel, /^Take Head of audit, .+, off the list$/).press("Enter");
    await heard(panel, / is off the list\.$/);
    await expect.poll(() => here(panel)).toMatch(/Change$/);
    await button(panel, "Done").press("Enter");
    expect(await panel.getByText("Named nurse").count()).toBe(1);

    await button(panel, /^Next/).press("Enter");
    await heard(panel, /^Now discussing recommendation 1\.2/);
    await expect.poll(() => here(panel)).toBe("This is the last item");
    // Stage and side panel are one person's: what both know is said by one of them.
    await stage.locator(".meet-ref-number", { hasText: "1.2" }).waitFor();
    expect(await stage.getByRole("status").getByText("1.2").count()).toBe(0);

    await stage.getByRole("button", { name: /, action 1 of \d$/ }).press("Enter");
    await button(stage, "Note").press("Enter");
    await button(stage, "Cancel").press("Enter");
    expect(await here(stage)).toBe("Note");
    await button(stage, "Question").press("Enter");
    await stage.getByRole("textbox", { name: "Question" }).fill("");
    await button(stage, "Ask").press("Enter");
    await expect
      .poll(() => stage.evaluate(() => document.activeElement?.tagName))
      .not.toBe("BUTTON");
    await stage.getByRole("textbox", { name: "Question" }).fill("Which wards?");
    for (const agency of await stage.locator(".meet-form").getByRole("radio").all())
      await agency.check();
    await button(stage, "Ask").press("Enter");
    await heard(stage, "Saved.");
    expect(await here(stage)).toBe("Question");

    await button(panel, "End meeting").press("Enter");
    expect(await here(panel)).toMatch(/^End it for everybody/);
    await button(panel, "Go on").press("Enter");
    expect(await here(panel)).toBe("End meeting");
    await page.context().close();
  });

  it("tells a follower where they are, and each way back and forth leaves them their place", async () => {
    const { page, stage, panel } = await aCallOf(teams, "scrutiny");
    await heard(panel, /^Now discussing recommendation /);
    await stage.getByRole("button", { name: "Look around" }).press("Enter");
    await heard(stage, /^You look around, at recommendation /);
    expect(await here(stage)).toBe("Return");
    await stage.getByRole("button", { name: "Return" }).press("Enter");
    await heard(stage, "You are back with the group.");
    expect(await here(stage)).toBe("Look around");
    await page.context().close();
  });
});
