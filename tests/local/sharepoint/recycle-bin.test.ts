import "@pnp/sp/recycle-bin/index.js";
import "@pnp/sp/sites/index.js";
import { describe, expect, it } from "vitest";
import { fileAt, folderAt, library, makeLibrary, namesIn, put } from "./support/library.ts";
import { loginOf, withSite, type LocalSite } from "./support/site.ts";

async function makeList(site: LocalSite, title = "Actions") {
  const { web } = site.as("admin");
  await web.lists.add(title);
  const list = web.lists.getByTitle(title);
  await list.items.add({ Title: "first" });
  await list.items.add({ Title: "second" });
  return list;
}

async function members(site: LocalSite, ...names: readonly string[]) {
  const { web } = site.as("admin");
  for (const name of names) await web.siteGroups.getByName("plan Members").users.add(loginOf(name));
}

describe("the recycle bin", () => {
  it("tells what was deleted, from where and by whom", () =>
    withSite(async (site) => {
      await makeLibrary(site);
      await put(site, `${library}/Alpha/a.txt`, "hello");
      const id = await fileAt(site, `${library}/Alpha/a.txt`).recycle();
      const { recycleBin } = site.as("admin").web;
      expect(await recycleBin.getById(id)()).toMatchObject({
        Id: id,
        Title: "a.txt",
        LeafName: "a.txt",
        DirName: "sites/plan/Evidence/Alpha",
        ItemType: 1,
        ItemState: 1,
        Size: "5",
        DeletedByName: "Officer admin",
        AuthorEmail: "admin@marlshire.example",
      });
      expect(await recycleBin.filter("ItemType eq 1").select("Title")()).toHaveLength(1);
      expect(await recycleBin.filter("ItemType eq 5")()).toEqual([]);
    }));

  it("gives an item back as it was, with its id, versions and permissions", () =>
    withSite(async (site) => {
      const list = await makeList(site);
      const { web } = site.as("admin");
      await list.items.getById(1).update({ Title: "changed" });
      const reader = await web.ensureUser(loginOf("reader"));
      await list.items.getById(1).breakRoleInheritance(false);
      const read = await web.roleDefinitions.getByName("Read")();
      await list.items.getById(1).roleAssignments.add(reader.Id, read.Id);
      const before = await list.items.getById(1)();
      const id = await list.items.getById(1).recycle();
      await expect(list.items.getById(1)()).rejects.toThrow("[404]");
      await web.recycleBin.getById(id).restore();
      expect(await list.items.getById(1)()).toEqual(before);
      expect(await list.items.getById(1).versions()).toHaveLength(2);
      const seen = site.as("reader").web.lists.getByTitle("Actions").items;
      expect(await seen.select("Id")()).toMatchObject([{ Id: 1 }]);
      expect(await web.recycleBin()).toEqual([]);
    }));

  it("gives a folder back with all that lay in it, and makes the folders above it anew", () =>
    withSite(async (site) => {
      await makeLibrary(site);
      await folderAt(site, `${library}/Alpha`).folders.addUsingPath("Deep");
      await put(site, `${library}/Alpha/Deep/a.txt`, "one");
      await put(site, `${library}/Alpha/Deep/a.txt`, "two");
      const id = await folderAt(site, `${library}/Alpha/Deep`).recycle();
      await folderAt(site, `${library}/Alpha`).delete();
      await site.as("admin").web.recycleBin.getById(id).restore();
      const file = fileAt(site, `${library}/Alpha/Deep/a.txt`);
      expect(await file.getText()).toBe("two");
      expect(await file.versions.getById(512).getText()).toBe("one");
    }));

  it("gives back what inherits with the permissions that are there now", () =>
    withSite(async (site) => {
      const list = await makeList(site);
      await members(site, "alpha");
      const id = await list.items.getById(1).recycle();
      await list.breakRoleInheritance(false);
      await site.as("admin").web.recycleBin.getById(id).restore();
      await expect(
        site.as("alpha").web.lists.getByTitle("Actions").items.getById(1)(),
      ).rejects.toThrow("[404]");
    }));

  it("keeps a whole list, whose title may be taken meanwhile", () =>
    withSite(async (site) => {
      const list = await makeList(site);
      const { web } = site.as("admin");
      await list.fields.addText("Kind");
      await list.items.getById(2).update({ Kind: "x" });
      const id = await list.recycle();
      await expect(list()).rejects.toThrow("[404]");
      await web.lists.add("Actions");
      await expect(web.recycleBin.getById(id).restore()).rejects.toThrow("[500]");
      await web.lists.getByTitle("Actions").delete();
      await web.recycleBin.getById(id).restore();
      expect(await list.items.select("Title", "Kind")()).toMatchObject([
        { Title: "first" },
        { Title: "second", Kind: "x" },
      ]);
    }));

  it("says so where a name or a unique value is taken by now", () =>
    withSite(async (site) => {
      await makeLibrary(site);
      await put(site, `${library}/a.txt`, "one");
      const id = await fileAt(site, `${library}/a.txt`).recycle();
      await put(site, `${library}/a.txt`, "two");
      const entry = site.as("admin").web.recycleBin.getById(id);
      await expect(entry.restore()).rejects.toThrow("already exists");
      await fileAt(site, `${library}/a.txt`).moveByPath(`${library}/b.txt`, false);
      await entry.restore();
      expect(await namesIn(site, library)).toEqual(["Alpha/", "Beta/", "a.txt", "b.txt"]);
      const list = await makeList(site);
      await list.fields.getByTitle("Title").update({ Indexed: true, EnforceUniqueValues: true });
      const item = await list.items.getById(1).recycle();
      await list.items.add({ Title: "first" });
      await expect(site.as("admin").web.recycleBin.getById(item).restore()).rejects.toThrow(
        "unique",
      );
    }));

  it("shows everybody their own, administrators all, and the second stage to these alone", () =>
    withSite(async (site) => {
      const list = await makeList(site);
      await members(site, "alpha", "beta");
      const theirs = site.as("alpha").web.lists.getByTitle("Actions").items.getById(1);
      const id = await theirs.recycle();
      await list.items.getById(2).recycle();
      expect(await site.as("alpha").web.recycleBin.select("Title")()).toMatchObject([
        { Title: "first" },
      ]);
      await expect(site.as("beta").web.recycleBin.getById(id)()).rejects.toThrow("[404]");
      await expect(site.as("beta").web.recycleBin.getById(id).restore()).rejects.toThrow("[404]");
      await expect(site.as("alpha").site.recycleBin()).rejects.toThrow("[403]");
      expect(await site.as("admin").web.recycleBin()).toHaveLength(2);
      await site.as("alpha").web.recycleBin.getById(id).moveToSecondStage();
      expect(await site.as("alpha").web.recycleBin()).toEqual([]);
      const { recycleBin } = site.as("admin").site;
      expect(await recycleBin.filter("ItemState eq 2")()).toMatchObject([{ Title: "first" }]);
      await recycleBin.getById(id).restore();
      expect(await list.items.select("Title")()).toMatchObject([{ Title: "first" }]);
    }));

  it("does not let anybody restore where they may no longer add", () =>
    withSite(async (site) => {
      const list = await makeList(site);
      await members(site, "alpha");
      const mine = site.as("alpha").web;
      const id = await mine.lists.getByTitle("Actions").items.getById(1).recycle();
      await list.breakRoleInheritance(false);
      await expect(mine.recycleBin.getById(id).restore()).rejects.toThrow("[403]");
    }));

  it("is restored, moved on and emptied as a whole", () =>
    withSite(async (site) => {
      const list = await makeList(site);
      const { recycleBin } = site.as("admin").web;
      for (const id of [1, 2]) await list.items.getById(id).recycle();
      await recycleBin.restoreAll();
      expect(await list.items()).toHaveLength(2);
      await list.items.getById(1).recycle();
      await recycleBin.moveAllToSecondStage();
      await list.items.getById(2).recycle();
      await recycleBin.deleteAll();
      expect(await recycleBin()).toEqual([]);
      expect(await site.as("admin").site.recycleBin()).toHaveLength(1);
      await site.as("admin").site.recycleBin.deleteAllSecondStageItems();
      expect(await site.as("admin").site.recycleBin()).toEqual([]);
      expect(await list.items()).toEqual([]);
    }));

  it("forgets what was deleted out of a list that is gone for good", () =>
    withSite(async (site) => {
      const list = await makeList(site);
      await list.items.getById(1).recycle();
      const id = await list.recycle();
      expect(await site.as("admin").web.recycleBin()).toHaveLength(2);
      await site.as("admin").web.recycleBin.getById(id).delete();
      expect(await site.as("admin").web.recycleBin()).toEqual([]);
    }));
});
