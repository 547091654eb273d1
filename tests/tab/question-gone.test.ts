import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Frame } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import type { Meeting } from "#plan/meeting.ts";
import { aCallOf, aMeeting } from "./support/a-meeting.ts";
import { aTeams, type ATeams } from "./support/a-teams.ts";
import { recycle, webIn } from "./support/recycle.ts";

const dataFolder = mkdtempSync(join(tmpdir(), "action-plan-question-"));
let teams: ATeams;
let meeting: Meeting;
beforeAll(async () => {
  teams = await aTeams({ dataFolder });
  meeting = await aMeeting(teams);
});
afterAll(() => teams.close());
afterEach(() => teams.throwComplaints());

const button = (tab: Frame, name: string | RegExp) =>
  tab.getByRole("button", { name, exact: true });

/** The newest item of a list, and what stands in one of its columns. */
async function newest(list: string, column: string): Promise<{ id: number; words: string }> {
  const rows: Record<string, unknown>[] = await webIn(dataFolder)
    .lists.getByTitle(list)
    .items.select("Id", column)
    .orderBy("Id", false)
    .top(1)();
  return { id: Number(rows[0]?.["Id"]), words: String(rows[0]?.[column]) };
}

it("an answer is kept and not saved where its question was deleted meanwhile", async () => {
  const chair = await teams.open({ person: "chair", place: "action/3" });
  await chair.tab.getByRole("tab", { name: "Question" }).click();
  await chair.tab.getByRole("textbox", { name: "Question" }).fill("Which ward is it?");
  await chair.tab
    .getByRole("radiogroup", { name: "To which agency?" })
    .getByRole("radio")
    .first()
    .check();
  await button(chair.tab, "Put the question").click();
  await chair.tab.locator("[data-line]").filter({ hasText: "Which ward is it?" }).waitFor();
  await chair.close();
  const question = await newest("Challenges", "Question");
  expect(question.words).toBe("Which ward is it?");

  const { page, tab, close } = await teams.open({ person: "lead-a", place: "action/3" });
  await tab
    .getByRole("listitem")
    .filter({ hasText: "Which ward is it?" })
    .getByRole("button", { name: "Answer" })
    .first()
    .click();
  await tab.getByRole("textbox", { name: "Answer" }).fill("Ward 7.");
  await page.context().setOffline(true);
  await button(tab, "Save").click();
  await tab.getByText(/It is saved when you are connected again/).waitFor();
  const putBack = await recycle(dataFolder, "Challenges", question.id);
  await page.context().setOffline(false);
  await tab.getByText(/It was taken out of the plan while you wrote\. Nothing was saved/).waitFor();
  await tab.getByText("This question is no longer there").waitFor();
  expect(await button(tab, "Save").getAttribute("aria-disabled")).toBe("true");
  expect(await tab.getByRole("textbox", { name: "Answer" }).inputValue()).toBe("Ward 7.");
  expect((await newest("Updates", "Note")).words).not.toBe("Ward 7.");

  await putBack();
  await tab.getByText("This question is no longer there").waitFor({ state: "detached" });
  await button(tab, "Save").click();
  await tab.locator("[data-line]").filter({ hasText: "Ward 7." }).waitFor();
  await close();
});

it("a form of the meeting says so, keeps its words and saves nothing, where its action was deleted", async () => {
  const { page, stage } = await aCallOf(teams, "chair");
  await button(stage, "Question").press("Enter");
  await stage.getByRole("textbox", { name: "Question" }).fill("What is left to do?");
  await stage.locator(".meet-form").getByRole("radio").first().check();
  const { actionId } = meeting.now ?? {};
  const putBack = await recycle(dataFolder, "Actions", actionId ?? 0);
  await stage.getByText("No longer in the plan").waitFor();
  expect(await button(stage, "Ask").getAttribute("aria-disabled")).toBe("true");
  await button(stage, "Ask").press("Enter");
  expect(await stage.getByRole("textbox", { name: "Question" }).inputValue()).toBe(
    "What is left to do?",
  );
  await putBack();
  await stage.getByText("No longer in the plan").waitFor({ state: "detached" });
  await button(stage, "Ask").press("Enter");
  await stage.getByRole("status").getByText("Saved.").waitFor({ state: "attached" });
  expect((await newest("Challenges", "Question")).words).toBe("What is left to do?");
  await page.context().close();
});

it("a meeting that was deleted is said to be, and its open form saves nothing", async () => {
  const { page, stage } = await aCallOf(teams, "chair");
  await button(stage, "Note").press("Enter");
  await stage.getByRole("textbox", { name: "In words" }).fill("The chair thanks the wards.");
  const putBack = await recycle(dataFolder, "Meetings", meeting.id);
  await stage.getByText(/^This meeting is not there any more/).waitFor();
  expect(await button(stage, "Save").getAttribute("aria-disabled")).toBe("true");
  expect(await stage.getByRole("textbox", { name: "In words" }).inputValue()).toMatch(/^The chair/);
  await putBack();
  await stage.getByText(/^This meeting is not there any more/).waitFor({ state: "detached" });
  await page.context().close();
});
