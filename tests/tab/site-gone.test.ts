import "@pnp/sp/site-groups/index.js";
import "@pnp/sp/site-users/index.js";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { siteOfApp } from "#cli/site-of-app.ts";
import { agencyGroup } from "#sharepoint/access.ts";
import { addToGroup } from "#sharepoint/members.ts";
import { aTeams, type ATeams, axeFindings } from "./support/a-teams.ts";
import { clocked, hurried } from "./support/hurry.ts";
import { recycle } from "./support/recycle.ts";

const dataFolder = mkdtempSync(join(tmpdir(), "action-plan-site-gone-"));
let teams: ATeams;
beforeAll(async () => {
  teams = await aTeams({ dataFolder });
});
afterAll(() => teams.close());
afterEach(() => teams.throwComplaints());

/** As SharePoint answers where there is no site at the address, or no longer. */
async function withoutSite(page: Page): Promise<void> {
  await clocked(page);
  await page.route(/\/_api\//, (route) =>
    route.request().method() === "OPTIONS"
      ? route.continue()
      : route.fulfill({
          status: 404,
          headers: { "access-control-allow-origin": "*" },
          contentType: "text/html",
          body: "404 FILE NOT FOUND",
        }),
  );
}

it.each([undefined, "plan/1/summary"])(
  "a site that is not there any more is named, with who can bring it back, and the plan opens by itself when it is (%s)",
  async (place) => {
    const { page, tab, close } = await teams.open({
      person: "lead-a",
      prepare: withoutSite,
      ...(place === undefined ? {} : { place }),
    });
    await tab.getByRole("heading", { name: "The plan’s site is not there" }).waitFor();
    await tab.getByText(`${teams.sharePoint}/sites/plan`).waitFor();
    await tab.getByText("for 93 days").waitFor();
    expect(await axeFindings(tab)).toEqual([]);
    await page.unroute(/\/_api\//);
    await hurried(page, tab.getByRole("tab", { name: "Summary" }));
    await close();
  },
);

it("somebody whom nobody has given the plan to read sees it as soon as they are added", async () => {
  const { page, tab, close } = await teams.open({ person: "outsider", prepare: clocked });
  await tab.getByRole("heading", { name: "You may not see this plan" }).waitFor();
  await tab.getByText("It opens by itself as soon as it can.").waitFor();
  const site = siteOfApp({ settings: join(dataFolder, "settings.env") });
  await addToGroup(site, agencyGroup("MVHT"), "outsider@marlshire.example");
  await hurried(page, tab.locator('[data-row="action/1"]'));
  expect(await tab.getByRole("heading", { name: "You may not see this plan" }).count()).toBe(0);
  await close();
});

it("a plan that was taken out opens by itself when it is put back", async () => {
  const putBack = await recycle(dataFolder, "Plans", 1);
  const { page, tab, close } = await teams.open({
    person: "reader",
    place: "plan/1/action/2",
    prepare: clocked,
  });
  await tab.getByRole("heading", { name: "This plan is not here" }).waitFor();
  expect(await axeFindings(tab)).toEqual([]);
  await putBack();
  await hurried(page, tab.getByRole("region", { name: "Record" }));
  await close();
});
