import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { roleGroups } from "#sharepoint/access.ts";
import {
  answersBrowsersOf,
  appendsToFolder,
  keepsKeysUnique,
  seesChanges,
} from "#sharepoint/probes.ts";
import { siteProblems } from "#sharepoint/site-problems.ts";
import { type ASite, aFreshSite, aSiteWithAPlan } from "#tests/support/a-site.ts";

let site: ASite & { readonly planId: number };
beforeAll(async () => {
  site = await aSiteWithAPlan();
});
afterAll(() => site.close());

describe("what is wrong with a site", () => {
  it("is everything on a fresh one, in words, and nothing is made by looking", async () => {
    const fresh = await aFreshSite();
    try {
      const problems = await siteProblems(fresh.admin);
      expect(problems).toContain('The list "Updates" is missing.');
      expect(problems).toContain(`The group "${roleGroups.owner}" is missing.`);
      expect(await siteProblems(fresh.admin)).toEqual(problems);
    } finally {
      await fresh.close();
    }
  });

  it("is nothing on one that was provisioned, after the probes as before", async () => {
    const { agencies } = await site.as("nurse").plans.open(site.planId);
    const folder = agencies.find(({ shortName }) => shortName === "Trust")?.folder ?? "";
    expect(await appendsToFolder(site.siteOf("nurse"), folder, site.admin)).toBe(true);
    expect(await keepsKeysUnique(site.admin, folder)).toBe(true);
    expect(await seesChanges(site.siteOf("councillor"))).toBe(true);
    expect(await answersBrowsersOf(site.admin, "https://tab.example")).toBe(true);
    expect(
      await site.admin.sp.web.lists.getByTitle("Updates").items.filter("ActionId gt 0")(),
    ).toEqual([]);
    expect(await siteProblems(site.admin)).toEqual([]);
  });

  it("is a list, an index and a permission that somebody altered", async () => {
    const updates = site.admin.sp.web.lists.getByTitle("Updates");
    await updates.update({ EnableVersioning: false });
    await updates.fields.getByInternalNameOrTitle("Key").update({ EnforceUniqueValues: false });
    const chairs = await site.admin.sp.web.siteGroups.getByName(roleGroups.challenge)();
    const { Id } = await site.admin.sp.web.roleDefinitions.getByName("Contribute")();
    await updates.roleAssignments.add(chairs.Id, Id);
    expect(await siteProblems(site.admin)).toEqual([
      'The list "Updates" keeps no versions.',
      'The column "Updates.Key" lets two items have one value.',
      `"Updates" gives "${roleGroups.challenge}" the level "Contribute", which it is not meant to.`,
    ]);
    expect(await keepsKeysUnique(site.admin, "Trust")).toBe(false);
  });
});
