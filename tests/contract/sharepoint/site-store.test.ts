import { AddFieldOptions } from "@pnp/sp/fields/types.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { NotAllowedError } from "#plan/errors.ts";
import { addToRole } from "#sharepoint/members.ts";
import { provision } from "#sharepoint/provision.ts";
import { siteProblems } from "#sharepoint/site-problems.ts";
import { SharePointSiteStore } from "#sharepoint/site-store.ts";
import { aFreshSite, type ASite, type TestPerson } from "#tests/support/a-site.ts";

let site: ASite;
beforeAll(async () => {
  site = await aFreshSite();
});
afterAll(() => site.close());

const lookAs = (person: TestPerson) => new SharePointSiteStore(site.siteOf(person)).look();

describe("a site", () => {
  it("that nobody set up lacks the lists of a plan, as whoever administers it sees", async () => {
    const { missing, administers } = await new SharePointSiteStore(site.admin).look();
    expect(missing).toContain("the list “Plans”");
    expect(missing).toContain("the list “Decisions”");
    expect(administers).toBe(true);
  });

  it("that was set up lacks nothing, and says what somebody is there", async () => {
    await provision(site.admin);
    await addToRole(site.admin, "owner", "owner@marlshire.example");
    await addToRole(site.admin, "reader", "reader@marlshire.example");
    expect(await lookAs("owner")).toEqual({ missing: [], roles: ["owner"], administers: false });
    expect(await lookAs("reader")).toEqual({ missing: [], roles: ["reader"], administers: false });
  });

  it("that an earlier version set up lacks the columns that came since", async () => {
    const { fields } = site.admin.sp.web.lists.getByTitle("Actions");
    await fields.getByInternalNameOrTitle("EvidenceExpected").delete();
    const { missing } = await lookAs("owner");
    expect(missing).toEqual(["the column “Actions.EvidenceExpected”"]);
  });

  it("says which column somebody made another one of, and so does the doctor", async () => {
    await provision(site.admin);
    const { fields } = site.admin.sp.web.lists.getByTitle("Actions");
    await fields.getByInternalNameOrTitle("Position").delete();
    await fields.createFieldAsXml({
      SchemaXml:
        "<Field Name='Position' StaticName='Position' DisplayName='Position' Type='Text'/>",
      Options: AddFieldOptions.AddFieldInternalNameHint,
    });
    expect((await lookAs("owner")).missing).toEqual([
      "the column “Actions.Position” as Number (it is Text now)",
    ]);
    expect(await siteProblems(site.admin)).toEqual([
      'The column "Actions.Position" is of type Text and has to be Number.',
    ]);
  });

  it("is not shown to somebody from outside", async () => {
    await expect(lookAs("stranger")).rejects.toThrow(NotAllowedError);
  });
});
