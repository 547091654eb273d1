import { describe, expect, it } from "vitest";
import { loginOf, withSite, type LocalSite } from "./support/site.ts";
import { folderOf, formOf, makeUpdates } from "./support/updates-list.ts";

const updates = (site: LocalSite, name: string) => site.as(name).web.lists.getByTitle("Updates");

async function append(site: LocalSite, name: string, agency: string, key: string) {
  return updates(site, name).addValidateUpdateItemUsingPath(
    formOf({ Title: "Said", Key: key }),
    folderOf(agency),
  );
}

describe("an agency that may append to its own folder", () => {
  it("adds there, and is the author", () =>
    withSite(async (site) => {
      await makeUpdates(site);
      await append(site, "alpha", "alpha", "k1");
      const items = await updates(site, "admin")
        .items.select("Title", "FileDirRef", "Author/Name")
        .expand("Author")
        .filter("Key eq 'k1'")();
      expect(items).toMatchObject([
        { Title: "Said", FileDirRef: folderOf("alpha"), Author: { Name: loginOf("alpha") } },
      ]);
    }));

  it("adds neither to another folder nor to the list itself", () =>
    withSite(async (site) => {
      await makeUpdates(site);
      await expect(append(site, "alpha", "beta", "k1")).rejects.toThrow("[403]");
      await expect(updates(site, "alpha").items.add({ Title: "Said" })).rejects.toThrow("[403]");
      expect(await updates(site, "admin").items.filter("FSObjType eq 0")()).toEqual([]);
    }));

  it("neither edits, deletes nor recycles what it said", () =>
    withSite(async (site) => {
      await makeUpdates(site);
      await append(site, "alpha", "alpha", "k1");
      const [item] = await updates(site, "alpha").items.filter("Key eq 'k1'")();
      const own = updates(site, "alpha").items.getById(item.Id);
      await expect(own.update({ Title: "Other" })).rejects.toThrow("[403]");
      await expect(own.validateUpdateListItem(formOf({ Title: "Other" }))).rejects.toThrow("[403]");
      await expect(own.delete()).rejects.toThrow("[403]");
      await expect(own.recycle()).rejects.toThrow("[403]");
      expect(await own.select("Title")()).toMatchObject({ Title: "Said" });
    }));

  it("changes neither fields, lists nor permissions", () =>
    withSite(async (site) => {
      await makeUpdates(site);
      const list = updates(site, "alpha");
      await expect(list.fields.addText("More")).rejects.toThrow("[403]");
      await expect(list.update({ Title: "Other" })).rejects.toThrow("[403]");
      await expect(list.delete()).rejects.toThrow("[403]");
      await expect(list.breakRoleInheritance(true)).rejects.toThrow("[403]");
      await expect(site.as("alpha").web.lists.add("Mine")).rejects.toThrow("[403]");
      await expect(site.as("alpha").web.siteGroups.add({ Title: "Mine" })).rejects.toThrow("[403]");
      const me = await site.as("alpha").web.currentUser();
      await expect(
        site.as("alpha").web.siteGroups.getByName("plan Owners").users.add(me.LoginName),
      ).rejects.toThrow("[403]");
    }));

  it("cannot backdate, nor speak as another", () =>
    withSite(async (site) => {
      await makeUpdates(site);
      const asked = formOf({ Title: "Said", Key: "k1", Created: "2020-01-01T00:00:00Z" });
      const answer = await updates(site, "alpha").addValidateUpdateItemUsingPath(
        asked,
        folderOf("alpha"),
        true,
      );
      expect(answer).toContainEqual(
        expect.objectContaining({ FieldName: "Created", HasException: true }),
      );
      const forged = await updates(site, "alpha").addValidateUpdateItemUsingPath(
        formOf({ Title: "Said", Author: JSON.stringify([{ Key: loginOf("beta") }]) }),
        folderOf("alpha"),
        true,
      );
      expect(forged).toContainEqual(
        expect.objectContaining({ FieldName: "Author", HasException: true }),
      );
      expect(await updates(site, "admin").items.filter("FSObjType eq 0")()).toEqual([]);
    }));
});

describe("whoever may only read", () => {
  it("sees items and adds none", () =>
    withSite(async (site) => {
      await makeUpdates(site);
      await append(site, "alpha", "alpha", "k1");
      expect(await updates(site, "reader").items.filter("Key eq 'k1'")()).toHaveLength(1);
      await expect(append(site, "reader", "alpha", "k2")).rejects.toThrow("[403]");
      await expect(updates(site, "reader").items.add({ Title: "Said" })).rejects.toThrow("[403]");
    }));

  it("loses the rights of a group with its membership, at once", () =>
    withSite(async (site) => {
      await makeUpdates(site);
      await append(site, "alpha", "alpha", "k1");
      const group = site.as("admin").web.siteGroups.getByName("Agency alpha");
      await group.users.removeByLoginName(loginOf("alpha"));
      await expect(append(site, "alpha", "alpha", "k2")).rejects.toThrow("[403]");
    }));
});

describe("whoever has no right on the web", () => {
  it("is refused everywhere", () =>
    withSite(async (site) => {
      await makeUpdates(site);
      const { web } = site.as("outsider");
      await expect(web()).rejects.toThrow("[403]");
      await expect(web.currentUser()).rejects.toThrow("[403]");
      await expect(updates(site, "outsider").items()).rejects.toThrow("[403]");
      await expect(append(site, "outsider", "alpha", "k1")).rejects.toThrow("[403]");
    }));
});

async function hideBeta(site: LocalSite) {
  await makeUpdates(site);
  await append(site, "alpha", "alpha", "k1");
  await append(site, "beta", "beta", "k2");
  const { web } = site.as("admin");
  const item = await web.getFolderByServerRelativePath(folderOf("beta")).getItem();
  await item.resetRoleInheritance();
  await item.breakRoleInheritance(false, true);
}

describe("what somebody may not see", () => {
  it("is neither returned, counted nor found by id, path or filter", () =>
    withSite(async (site) => {
      await hideBeta(site);
      const list = updates(site, "reader");
      const seen = await list.items.select("Id", "FileDirRef", "FSObjType")();
      expect(seen.map(({ FileDirRef }) => FileDirRef)).toEqual([
        "/sites/plan/Lists/Updates",
        folderOf("alpha"),
      ]);
      expect(await list.select("ItemCount")()).toMatchObject({ ItemCount: 2 });
      expect(await list.items.filter("Key eq 'k2'")()).toEqual([]);
      const [hidden] = await updates(site, "admin").items.filter("Key eq 'k2'")();
      await expect(list.items.getById(hidden.Id)()).rejects.toThrow("[404]");
      await expect(
        site.as("reader").web.getFolderByServerRelativePath(folderOf("beta"))(),
      ).rejects.toThrow("[404]");
    }));

  it("is told by no change of it", () =>
    withSite(async (site) => {
      await hideBeta(site);
      const query = { Item: true, Add: true, Update: true };
      const changes = await updates(site, "reader").getChanges(query);
      const all = await updates(site, "admin").getChanges(query);
      expect(changes).toHaveLength(2);
      expect(all).toHaveLength(4);
    }));

  it("is, for a whole list, as if it were not there", () =>
    withSite(async (site) => {
      await makeUpdates(site);
      await updates(site, "admin").breakRoleInheritance(false, true);
      await expect(updates(site, "reader")()).rejects.toThrow("[404]");
      const lists = await site.as("reader").web.lists.filter("Hidden eq false").select("Title")();
      expect(lists.map(({ Title }) => Title)).toEqual(["Documents", "Site Assets", "Site Pages"]);
    }));
});

describe("inheritance", () => {
  it("opens the way to what is granted further down, and no more", () =>
    withSite(async (site) => {
      await makeUpdates(site);
      await append(site, "alpha", "alpha", "k1");
      const { web } = site.as("admin");
      const user = await web.ensureUser(loginOf("outsider"));
      const read = await web.roleDefinitions.getByName("Read")();
      const item = await web.getFolderByServerRelativePath(folderOf("alpha")).getItem();
      await item.roleAssignments.add(user.Id, read.Id);
      const seen = await updates(site, "outsider").items.select("FileRef")();
      expect(seen).toHaveLength(2);
      const lists = await site.as("outsider").web.lists.select("Title")();
      expect(lists.map(({ Title }) => Title)).toEqual(["Updates"]);
    }));

  it("comes back with resetRoleInheritance", () =>
    withSite(async (site) => {
      await makeUpdates(site);
      const item = await site
        .as("admin")
        .web.getFolderByServerRelativePath(folderOf("alpha"))
        .getItem();
      expect(await item.select("HasUniqueRoleAssignments")()).toMatchObject({
        HasUniqueRoleAssignments: true,
      });
      await item.resetRoleInheritance();
      expect(await item.select("HasUniqueRoleAssignments")()).toMatchObject({
        HasUniqueRoleAssignments: false,
      });
      await expect(append(site, "alpha", "alpha", "k1")).rejects.toThrow("[403]");
    }));

  it("is copied, or leaves Full Control to whoever broke it", () =>
    withSite(async (site) => {
      await makeUpdates(site);
      const list = updates(site, "admin");
      await list.breakRoleInheritance(true);
      const copied = await list.roleAssignments.expand("Member")();
      await list.resetRoleInheritance();
      await list.breakRoleInheritance(false);
      const alone = await list.roleAssignments.expand("Member", "RoleDefinitionBindings")();
      expect(copied.length).toBeGreaterThan(3);
      expect(alone).toMatchObject([
        {
          Member: { LoginName: loginOf("admin") },
          RoleDefinitionBindings: [{ Id: 1_073_741_829, Name: "Full Control" }],
        },
      ]);
    }));

  it("tells the effective rights of oneself and, to administrators, of others", () =>
    withSite(async (site) => {
      await makeUpdates(site);
      const folder = site.as("alpha").web.getFolderByServerRelativePath(folderOf("alpha"));
      const item = await folder.getItem();
      expect(await item.effectiveBasePermissions()).toMatchObject({
        High: "176",
        Low: "138612835",
      });
      const list = updates(site, "admin");
      const others = await list.getUserEffectivePermissions(loginOf("reader"));
      expect(others).toMatchObject({ High: "176", Low: "138612833" });
      await expect(
        updates(site, "alpha").getUserEffectivePermissions(loginOf("reader")),
      ).rejects.toThrow("[403]");
    }));
});
