import type { Frame, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { aTeams, type ATeams, axeFindings } from "./support/a-teams.ts";
import { clocked, hurried } from "./support/hurry.ts";

let teams: ATeams;
beforeAll(async () => {
  teams = await aTeams();
});
afterAll(() => teams.close());
afterEach(() => teams.throwComplaints());

const record = (tab: Frame) => tab.getByRole("region", { name: "Record" });
const lines = (tab: Frame, words: string) => tab.locator("[data-line]").filter({ hasText: words });
const happened = (tab: Frame) => tab.getByLabel("What happened");
const shut = (tab: Frame) => tab.getByRole("button", { name: "Close", exact: true }).click();

it("without a connection a drawer that was open is read again, and a view that was not fetched comes with it", async () => {
  const { page, tab, close } = await teams.open({ person: "reader", prepare: clocked });
  await tab.locator('[data-row="action/1"]').click();
  await record(tab).getByRole("listitem").first().waitFor();
  const said = await record(tab).getByRole("listitem").count();
  await shut(tab);
  await page.context().setOffline(true);
  await tab
    .locator(".plan-sync")
    .getByText(/You are offline/)
    .waitFor();

  await tab.locator('[data-row="action/1"]').click();
  await record(tab).getByRole("listitem").first().waitFor();
  expect(await record(tab).getByRole("listitem").count()).toBe(said);
  await hurried(page, tab.getByText(/This is how it stood when it was last read/));
  expect(await axeFindings(tab)).toEqual([]);
  await shut(tab);

  const search = tab.getByPlaceholder(/Search/).first();
  await search.fill("nothing is called so");
  await tab.locator('[data-row="action/1"]').waitFor({ state: "detached" });
  await search.fill("");
  await tab.locator('[data-row="action/1"]').waitFor();

  await tab.getByRole("tab", { name: "Summary" }).click();
  await tab.getByRole("tab", { name: "Plan", exact: true }).click();
  await tab.locator('[data-row="action/2"]').waitFor();
  await tab.getByRole("tab", { name: "Summary" }).click();
  await page.context().setOffline(false);
  await tab.getByRole("heading", { name: "Rating by agency" }).waitFor();
  await close();
});

/** What is saved arrives, and no answer comes back. */
async function losingAnswers(page: Page, during: () => Promise<void>): Promise<void> {
  const saving = /AddValidateUpdateItemUsingPath/i;
  await page.route(saving, async (route) => {
    await route.fetch();
    return route.abort("connectionreset");
  });
  await during();
  await page.unroute(saving);
}

it("words that were changed after a lost answer are another statement, though the page was loaded again before", async () => {
  const { page, tab, close } = await teams.open({
    person: "lead-b",
    place: "action/4",
    prepare: clocked,
  });
  const why = tab.getByLabel("Why it is needed");
  await tab.getByRole("tab", { name: "Date" }).click();
  await tab.getByLabel("The date you ask for").fill("2027-05-31");
  await why.fill("Said at first.");
  await losingAnswers(page, async () => {
    await tab.getByRole("button", { name: "Save" }).click();
    await hurried(page, tab.getByText("Not saved yet"));
  });
  await why.fill("Said on second thoughts.");
  await tab.evaluate(() => window.location.reload());
  await tab.getByRole("tab", { name: "Date" }).click();
  expect(await why.inputValue()).toBe("Said on second thoughts.");
  await tab.getByRole("button", { name: "Save" }).click();
  await lines(tab, "Said on second thoughts.").waitFor();
  expect(await lines(tab, "Said at first.").count()).toBe(1);
  await close();
});

it("a browser that keeps nothing is said to keep nothing, and what Save was pressed for is saved all the same", async () => {
  const { page, tab, close } = await teams.open({
    person: "lead-b",
    place: "action/4",
    async prepare(opened) {
      await clocked(opened);
      await opened.addInitScript(() => {
        Storage.prototype.setItem = () => {
          throw new DOMException("No room is left.", "QuotaExceededError");
        };
      });
    },
  });
  await tab.getByRole("tab", { name: "Date" }).click();
  await tab.getByLabel("The date you ask for").fill("2027-07-31");
  await tab.getByText(/Save before you leave: this browser keeps nothing/).waitFor();
  await tab.getByLabel("Why it is needed").fill("No room on this computer.");
  await page.context().setOffline(true);
  await tab.getByRole("button", { name: "Save" }).click();
  await hurried(page, tab.getByText(/Leave this open until then/));
  expect(await tab.getByText(/kept on this computer/).count()).toBe(0);
  await page.context().setOffline(false);
  await lines(tab, "No room on this computer.").waitFor();
  expect(await lines(tab, "No room on this computer.").count()).toBe(1);
  await close();
});

it("a window that is narrowed without a connection goes on showing the plan", async () => {
  const { page, tab, close } = await teams.open({ person: "reader" });
  await tab.locator('[data-row="action/1"]').waitFor();
  const came = page.waitForResponse(/PhoneList/);
  await page.mouse.move(300, 300);
  await came;
  await page.context().setOffline(true);
  await page.setViewportSize({ width: 320, height: 800 });
  await tab.locator(".phone-row").first().waitFor();
  expect(await tab.locator(".skeleton").count()).toBe(0);
  await page.context().setOffline(false);
  await close();
});

it("a link to a plan of an impossible number says that there is none", async () => {
  const place = "plan/99999999999999999999/action/1";
  const { tab, close } = await teams.open({ person: "owner", place });
  await tab.getByRole("heading", { name: "This plan is not here" }).waitFor();
  await tab.getByText(/chooses another plan in the tab’s settings/).waitFor();
  expect(await axeFindings(tab)).toEqual([]);
  await close();
});

it("what somebody types in two tabs at once is two drafts: saving one leaves the other, over a reload too", async () => {
  const first = await teams.open({ person: "lead-a", place: "action/3" });
  await happened(first.tab).fill("Long words in the first tab.");
  const page = await first.page.context().newPage();
  await page.goto(first.page.url());
  const second = await (await page.waitForSelector("iframe")).contentFrame();
  if (!second) throw new Error("The second tab shows nothing.");
  await happened(second).fill("Other words in the second.");
  await first.tab.getByRole("radio", { name: /^Amber/ }).check();
  await first.tab.getByRole("button", { name: "Save" }).click();
  await lines(first.tab, "Long words in the first tab.").waitFor();
  await second.evaluate(() => window.location.reload());
  await happened(second).waitFor();
  await expect.poll(() => happened(second).inputValue()).toBe("Other words in the second.");
  await first.close();
});

it("what was typed in one of two tabs is not lost to the other, who typed last: it is offered, and comes back whole", async () => {
  const first = await teams.open({ person: "lead-a", place: "action/3" });
  const page = await first.page.context().newPage();
  await page.goto(first.page.url());
  const second = await (await page.waitForSelector("iframe")).contentFrame();
  if (!second) throw new Error("The second tab shows nothing.");
  await happened(second).waitFor();
  await happened(first.tab).fill("Typed first.");
  await happened(second).fill("Typed last.");
  await page.close();
  await first.tab.evaluate(() => window.location.reload());
  await happened(first.tab).waitFor();
  await expect.poll(() => happened(first.tab).inputValue()).toBe("Typed last.");
  await first.tab.getByText(/You have typed something else here too, in another window/).waitFor();
  expect(await axeFindings(first.tab)).toEqual([]);
  await first.tab.getByRole("button", { name: "Show it here" }).click();
  expect(await happened(first.tab).inputValue()).toBe("Typed first.");
  await first.tab.getByText("Typed last.").waitFor();
  await first.tab.getByRole("radio", { name: /^Amber/ }).check();
  await first.tab.getByRole("button", { name: "Save" }).click();
  await lines(first.tab, "Typed first.").waitFor();
  await first.tab.evaluate(() => window.location.reload());
  await expect.poll(() => happened(first.tab).inputValue()).toBe("Typed last.");
  await first.close();
});

it("a draft for an agency that is named otherwise since asks again for whom it is, and keeps its words", async () => {
  const { tab, close } = await teams.open({ person: "chair", place: "action/3" });
  await tab.getByRole("tab", { name: "Question" }).click();
  const question = tab.getByRole("textbox", { name: "Question" });
  await question.fill("Who reads them now?");
  await tab.evaluate(() => {
    for (const [name, text] of Object.entries(localStorage))
      if (name.includes("ask action/3"))
        localStorage.setItem(name, text.replace(/"words":{/, '"words":{"agency":"GONE",'));
    location.reload();
  });
  await tab.getByRole("tab", { name: "Question" }).click();
  await expect.poll(() => question.inputValue()).toBe("Who reads them now?");
  const put = tab.getByRole("button", { name: "Put the question" });
  const agencies = tab.getByRole("radiogroup", { name: /To which agency/ });
  if ((await agencies.count()) > 0) {
    await put.click();
    await tab.getByText("Choose the agency that is asked.").waitFor();
    await agencies.getByRole("radio").first().check();
  }
  await put.click();
  await lines(tab, "Who reads them now?").waitFor();
  await close();
});
