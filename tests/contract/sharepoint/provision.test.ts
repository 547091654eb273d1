import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { lists } from "#sharepoint/schema.ts";
import { SharePointPlanWriter } from "#sharepoint/plan-writer.ts";
import { provision } from "#sharepoint/provision.ts";
import { aFreshSite, type ASite } from "#tests/support/a-site.ts";

describe("provisioning", () => {
  let site: ASite;
  beforeAll(async () => {
    site = await aFreshSite();
  });
  afterAll(() => site.close());

  it("makes every list of the schema on a fresh site", async () => {
    const { added, altered, mended } = await provision(site.admin);
    expect(added).toEqual(expect.arrayContaining(lists.map(({ title }) => `List "${title}"`)));
    expect([altered, mended]).toEqual([[], []]);
  });

  it("changes nothing the second time", async () => {
    site.requests.length = 0;
    expect(await provision(site.admin)).toEqual({ added: [], altered: [], mended: [], toDo: [] });
    const writes = site.requests.filter(
      ({ method, url }) => method !== "GET" && !url.includes("$batch"),
    );
    expect(writes).toEqual([]);
  });

  it("reports what somebody altered, and puts it right only when told to", async () => {
    const updates = site.admin.sp.web.lists.getByTitle("Updates");
    await updates.update({ EnableVersioning: false });
    await updates.fields.getByInternalNameOrTitle("Key").update({ EnforceUniqueValues: false });

    const seen = await provision(site.admin);
    expect(seen.altered).toEqual([
      'List "Updates" keeps no versions',
      'Column "Updates.Key" lost: EnforceUniqueValues',
    ]);
    expect((await provision(site.admin)).altered).toEqual(seen.altered);

    expect((await provision(site.admin, { mend: true })).mended).toEqual(seen.altered);
    expect((await provision(site.admin)).altered).toEqual([]);
  });

  it("frees an action from being required of a statement, as it was before answers could be about a recommendation", async () => {
    const column = site.admin.sp.web.lists
      .getByTitle("Updates")
      .fields.getByInternalNameOrTitle("ActionId");
    await column.update({ Required: true });
    const told = ['Column "Updates.ActionId" is required and need not be'];
    expect((await provision(site.admin)).altered).toEqual(told);
    expect((await provision(site.admin, { mend: true })).mended).toEqual(told);
    expect(await column.select("Required")()).toMatchObject({ Required: false });
    expect((await provision(site.admin)).altered).toEqual([]);
  });

  it("takes back a right that somebody gave on the record", async () => {
    const { Id: groupId } =
      await site.admin.sp.web.siteGroups.getByName("Inspection plan readers")();
    const full = 1_073_741_829;
    await site.admin.sp.web.lists.getByTitle("Updates").roleAssignments.add(groupId, full);
    const told = "which it is not meant to";
    expect((await provision(site.admin)).altered.join()).toContain(told);
    expect((await provision(site.admin, { mend: true })).mended.join()).toContain(told);
    expect((await provision(site.admin)).altered).toEqual([]);
  });

  it("watches over the folders of agencies", async () => {
    await new SharePointPlanWriter(site.admin).ensureAgencies([
      { shortName: "Trust", name: "The Trust", otherNames: [] },
      { shortName: "Council/PH", name: "The Council", otherNames: [] },
    ]);
    expect((await provision(site.admin)).altered).toEqual([]);
    const folder = site.admin.sp.web.getFolderByServerRelativePath(
      "/sites/plan/Lists/Updates/Council-PH",
    );
    const { Id } = await folder.listItemAllFields.select("Id")<{ Id: number }>();
    const updates = site.admin.sp.web.lists.getByTitle("Updates");
    await updates.items.getById(Id).resetRoleInheritance();
    const told = ['Folder "Updates/Council-PH" has the permissions of its list'];
    expect((await provision(site.admin)).altered).toEqual(told);
    expect((await provision(site.admin, { mend: true })).mended).toEqual(told);
    expect(await provision(site.admin)).toEqual({ added: [], altered: [], mended: [], toDo: [] });
  });

  it("makes the group and the folders of an agency that was added by hand, and says that nobody is in it", async () => {
    await site.admin.sp.web.lists.getByTitle("Agencies").items.add({
      Title: "Ferry",
      FullName: "The Ferry Company",
      FolderName: "Ferry",
      SharePointGroup: "Ferry people",
    });
    const { added, altered, toDo } = await provision(site.admin);
    expect(added).toEqual([
      'Group "Ferry people" of the agency "Ferry"',
      ...["Updates", "Evidence", "Preferences"].map((list) => `Folder "${list}/Ferry"`),
    ]);
    expect(altered).toEqual([]);
    expect(toDo).toEqual([expect.stringContaining('Nobody is in the group "Ferry people" yet')]);
    // As an import would have made it: nothing is left to mend, its own folder or another's.
    expect(await provision(site.admin)).toEqual({ added: [], altered: [], mended: [], toDo: [] });
    const members = site.admin.sp.web.siteGroups.getByName("Ferry people").users;
    expect(await members()).toEqual([]);
  });

  it("guesses no group where an agency names none, says what to write, and goes on with the others", async () => {
    const agencies = site.admin.sp.web.lists.getByTitle("Agencies");
    await agencies.fields.getByInternalNameOrTitle("SharePointGroup").update({ Required: false });
    const { Id } = await agencies.items.add({ Title: "Tram", FolderName: "Tram" });
    const before = await site.admin.sp.web.siteGroups();
    const { toDo } = await provision(site.admin, { mend: true });
    expect(toDo).toEqual([expect.stringContaining(`The agency "Tram" (item ${Id} of the list`)]);
    expect(await site.admin.sp.web.siteGroups()).toHaveLength(before.length);
    await agencies.items.getById(Id).delete();
    expect((await provision(site.admin)).toDo).toEqual([]);
  });

  it("is refused to somebody without full control, with words", async () => {
    await expect(provision(site.siteOf("stranger"))).rejects.toThrow(/permission/);
  });
});
