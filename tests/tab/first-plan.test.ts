import type { Frame, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { aTeams, type ATeams, axeFindings } from "./support/a-teams.ts";
import { resize } from "./support/looks.ts";

let teams: ATeams;
beforeAll(async () => {
  teams = await aTeams({ empty: true });
});
afterAll(() => teams.close());
afterEach(() => teams.throwComplaints());

const csv = `Ref,Recommendation,Agency,Action,Lead,Due
1.1,Train everybody who sees children.,North Trust,Train the nurses.,Named nurse,31 December 2027
1.1,Train everybody who sees children.,South Council,Train the drivers.,Head of transport,31 March 2028
`;

/** The page of the app in Teams' dialog, after + was pressed. */
async function addTab(page: Page): Promise<Frame> {
  await page.getByRole("button", { name: "Add a tab" }).click();
  const question = await (await page.waitForSelector("iframe[name=settings]")).contentFrame();
  if (!question) throw new Error("The dialog shows no page.");
  await question.getByRole("heading", { level: 1 }).waitFor();
  return question;
}

const save = (page: Page) => page.getByRole("button", { name: "Save", exact: true });

it("tells somebody who owns no plans who makes the first one, and lets nothing be saved", async () => {
  const { page, close } = await teams.open({ person: "chair" });
  const question = await addTab(page);
  await question.getByRole("heading", { name: "There is no plan here yet" }).waitFor();
  await question.getByText("Inspection plan owners").waitFor();
  expect(await question.getByRole("button", { name: "Import its document" }).count()).toBe(0);
  expect(await save(page).isDisabled()).toBe(true);
  await close();
});

it("says which lists are missing, and what an administrator runs", async () => {
  const window = await teams.open({
    person: "owner",
    // As SharePoint answers on a site without them: they are not there, and not among its lists.
    prepare: async (page) => {
      await page.route(/_api\/(?:\$batch|web\/lists)/, async (route) => {
        const asked = `${route.request().url()} ${route.request().postData() ?? ""}`;
        if (!/items\b|lists\?/i.test(asked) || route.request().method() === "OPTIONS")
          return route.continue();
        const answer = await route.fetch();
        const text = (await answer.text())
          .replaceAll('"Title":"Plans"', '"Title":"Other"')
          .replaceAll('"Title":"Updates"', '"Title":"Another"');
        return /getByTitle\('Plans'\)\/items/i.test(decodeURIComponent(asked))
          ? route.fulfill({ response: answer, status: 404, body: "{}" })
          : route.fulfill({ response: answer, body: text });
      });
    },
  });
  const { tab, close } = window;
  await tab.getByRole("heading", { name: "This site is not ready for a plan" }).waitFor();
  await tab.getByText("the list “Plans” and the list “Updates”").waitFor();
  await tab.getByText("action-plan provision").waitFor();
  expect(await axeFindings(tab)).toEqual([]);
  // Nothing in it pushes it out of the middle of a phone.
  await resize(window, 320);
  const words = await tab.locator(".notice p").boundingBox();
  const { x = 0, width = 0 } = words ?? {};
  expect(x).toBeCloseTo(320 - x - width, 0);
  await close();
});

it("lets an owner make the first plan where the tab is added, and remembers it", async () => {
  const { page, close } = await teams.open({ person: "owner" });
  const question = await addTab(page);
  await question.getByRole("heading", { name: "Make the first plan" }).waitFor();
  expect(await axeFindings(question)).toEqual([]);
  await question.getByRole("button", { name: "Import its document" }).click();
  await question.locator("input[type=file]").setInputFiles({
    name: "Joint plan.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(csv),
  });
  await question.getByRole("button", { name: "Import as a new plan" }).click();
  await question.getByRole("button", { name: "Choose this plan" }).click();
  expect(await question.getByRole("radio", { name: /Joint plan/ }).isChecked()).toBe(true);
  await save(page).click();
  const shown = page.frameLocator("iframe[name=tab]");
  await shown.getByText("Train the nurses.").waitFor();
  await shown.getByText("2 actions in 1 recommendation").waitFor();
  await close();
});

it("is then what everybody's channel shows, and another plan can be made beside it", async () => {
  const { page, tab, close } = await teams.open({ person: "owner" });
  await tab.getByText("Train the nurses.").waitFor();
  const question = await addTab(page);
  await question.getByRole("button", { name: "Make another plan from its document" }).click();
  await question.getByRole("heading", { name: "Import a document" }).waitFor();
  expect(await save(page).isDisabled()).toBe(true);
  await question.getByRole("button", { name: "Back" }).click();
  await question.getByRole("radio", { name: /Joint plan/ }).waitFor();
  await close();
});
