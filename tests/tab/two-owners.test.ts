import type { Frame, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import * as z from "zod/mini";
import { markdownFile } from "./support/a-file.ts";
import { aTeams, type ATeams, axeFindings } from "./support/a-teams.ts";
import { ownerWrites } from "./support/owner-writes.ts";

let teams: ATeams;
beforeAll(async () => {
  teams = await aTeams({ empty: true });
});
afterAll(() => teams.close());
afterEach(() => teams.throwComplaints());

const document = markdownFile(
  "Joint plan.md",
  "# Joint plan of Wold",
  "",
  "| Recommendation | Agency | Action | Lead | Date |",
  "| --- | --- | --- | --- | --- |",
  ...Array.from(
    { length: 120 },
    (_, index) => `| 1.1 Keep lists. | Wold Trust | Keep list ${index}. | Matron | 1 May 2027 |`,
  ),
);

const titles = z.object({ value: z.array(z.object({ Title: z.string() })) });
const titlesOf = async (list: string) =>
  titles.parse(await (await ownerWrites(teams)).read(list)).value.map(({ Title }) => Title);

/** An owner in Teams' dialog that adds a tab, with the document looked through and nothing saved. */
async function lookingThrough(): Promise<{
  page: Page;
  dialog: Frame;
  close: () => Promise<void>;
}> {
  const { page, close } = await teams.open({ person: "owner" });
  await page.getByRole("button", { name: "Add a tab" }).click();
  const dialog = await (await page.waitForSelector("iframe[name=settings]")).contentFrame();
  if (!dialog) throw new Error("The dialog shows no page.");
  await dialog.getByRole("button", { name: "Import its document" }).click();
  await dialog.locator("input[type=file]").setInputFiles(document);
  await dialog.getByRole("button", { name: "Import as a new plan" }).waitFor();
  return { page, dialog, close };
}

const go = (dialog: Frame) => dialog.getByRole("button", { name: "Import as a new plan" }).click();

/** Whether the plan was there by then is a matter of moments; they are asked where it was. */
async function through(dialog: Frame): Promise<void> {
  const done = dialog.getByRole("button", { name: "Choose this plan" });
  const anyway = dialog.getByRole("button", { name: "Save anyway" });
  await done.or(anyway).waitFor();
  if (await anyway.isVisible()) await anyway.click();
  await done.waitFor();
}

it("two owners who make the first plan of one document at once end on one plan, with everything once", async () => {
  const [one, other, late] = [
    await lookingThrough(),
    await lookingThrough(),
    await lookingThrough(),
  ];
  await Promise.all([go(one.dialog), go(other.dialog)]);
  await Promise.all([through(one.dialog), through(other.dialog)]);
  for (const { dialog } of [one, other])
    await dialog.getByText("1 recommendation and 120 actions are in the plan").waitFor();
  expect(await titlesOf("Plans")).toEqual(["Joint plan of Wold"]);
  expect(await titlesOf("Agencies")).toEqual(["Wold Trust"]);
  expect(await titlesOf("Recommendations")).toHaveLength(1);
  await one.dialog.getByRole("button", { name: "Choose this plan" }).click();
  await one.page.getByRole("button", { name: "Save", exact: true }).click();
  await one.page
    .frameLocator("iframe[name=tab]")
    .getByText("120 actions in 1 recommendation")
    .waitFor();

  await go(late.dialog);
  await late.dialog
    .getByText(/Somebody made the plan “Joint plan of Wold” while you looked/)
    .waitFor();
  expect(await axeFindings(late.dialog)).toEqual([]);
  await through(late.dialog);
  await late.dialog.getByText(/0 of them were added now/).waitFor();
  await late.dialog.getByRole("button", { name: "Choose this plan" }).click();
  const plan = late.dialog.getByRole("radio", { name: /Joint plan of Wold/ });
  expect(await plan.isChecked()).toBe(true);
  expect(await plan.count()).toBe(1);
  for (const { close } of [one, other, late]) await close();
});

it("an import that is left in the middle says what stays, and the same document completes it another day", async () => {
  const { page, dialog, close } = await anotherPlan();
  const stopped = Promise.withResolvers<void>();
  let batches = 0;
  // Some are saved; the next wait until Stop was pressed, however long this machine takes for that.
  await page.route(/_api\/(\$|%24)batch/i, async (route) => {
    const adds = /POST \S*Actions\S*\/items/i.test(route.request().postData() ?? "");
    if (adds && ++batches > 1) await stopped.promise;
    return route.continue();
  });
  await go(dialog);
  await dialog.getByText(/^\d+ of 120 actions saved\.$/).waitFor();
  await dialog.getByRole("button", { name: "Stop" }).click();
  stopped.resolve();
  await dialog.getByText("What is saved stays; going on adds what is missing").waitFor();
  await page.unroute(/_api\/(\$|%24)batch/i);
  await dialog.getByRole("button", { name: "Leave it" }).click();
  await dialog.getByRole("button", { name: "Back" }).click();
  await dialog.getByRole("radio", { name: /Second plan of Wold/ }).waitFor();
  await close();

  const again = await anotherPlan();
  await go(again.dialog);
  await again.dialog.getByText("1 recommendation and 120 actions are in the plan").waitFor();
  expect(await titlesOf("Plans")).toEqual(["Joint plan of Wold", "Second plan of Wold"]);
  expect(await titlesOf("Recommendations")).toHaveLength(2);
  await again.close();
});

/** The same with another document, where there is a plan already. */
async function anotherPlan() {
  const { page, close } = await teams.open({ person: "owner" });
  await page.getByRole("button", { name: "Add a tab" }).click();
  const dialog = await (await page.waitForSelector("iframe[name=settings]")).contentFrame();
  if (!dialog) throw new Error("The dialog shows no page.");
  await dialog.getByRole("button", { name: "Make another plan from its document" }).click();
  await dialog.locator("input[type=file]").setInputFiles({
    ...document,
    name: "Second.md",
    buffer: Buffer.from(
      document.buffer
        .toString()
        .replace("Joint plan", "Second plan")
        .replaceAll("Keep l", "Count l"),
    ),
  });
  await dialog.getByLabel("Where it goes").selectOption("new");
  await dialog.getByRole("button", { name: "Import as a new plan" }).waitFor();
  return { page, dialog, close };
}
