import { describe, expect, it } from "vitest";
import { loginOf, withSite, type LocalSite } from "./support/site.ts";

const titles = async (site: LocalSite, name: string) =>
  (await site.as(name).web.lists.getByTitle("News").items<{ Title: string }[]>()).map(
    ({ Title }) => Title,
  );

/** A list that asks for approval; alpha may edit, reader may read. */
async function makeNews(site: LocalSite): Promise<void> {
  const { web } = site.as("admin");
  await web.lists.add("News", "", 100, false, { EnableModeration: true });
  await web.siteGroups.getByName("plan Members").users.add(loginOf("alpha"));
  await web.siteGroups.getByName("plan Visitors").users.add(loginOf("reader"));
}

describe("a list that asks for approval", () => {
  it("shows what waits for it to its author and to those who approve, and to others what was approved", () =>
    withSite(async (site) => {
      await makeNews(site);
      const own = site.as("alpha").web.lists.getByTitle("News");
      await own.items.add({ Title: "first" });
      expect(await titles(site, "alpha")).toEqual(["first"]);
      expect(await titles(site, "admin")).toEqual(["first"]);
      expect(await titles(site, "reader")).toEqual([]);
      const path = "web/lists/getByTitle('News')/items(1)";
      expect((await site.call("reader", "GET", path)).status).toBe(404);
      const approved = { OData__ModerationStatus: 0 };
      await expect(own.items.getById(1).update(approved)).rejects.toThrow("[403]");
      await site.as("admin").web.lists.getByTitle("News").items.getById(1).update(approved);
      expect(await titles(site, "reader")).toEqual(["first"]);
      await own.items.getById(1).update({ Title: "second" });
      expect(await titles(site, "reader")).toEqual(["first"]);
      expect((await site.call("reader", "GET", path)).json).toMatchObject({ Title: "first" });
      expect(await titles(site, "alpha")).toEqual(["second"]);
    }));

  it("takes the approval from a form, too", () =>
    withSite(async (site) => {
      await makeNews(site);
      const list = site.as("admin").web.lists.getByTitle("News");
      await list.items.add({ Title: "first" });
      const form = [{ FieldName: "_ModerationStatus", FieldValue: "0" }];
      expect(await list.items.getById(1).validateUpdateListItem(form)).toMatchObject([
        { HasException: false },
      ]);
      expect(await titles(site, "reader")).toEqual(["first"]);
    }));
});

describe("a library that keeps drafts for editors", () => {
  it("gives readers the last published version", () =>
    withSite(async (site) => {
      const { web } = site.as("admin");
      await web.lists.add("Drafts", "", 101, false, {
        EnableMinorVersions: true,
        DraftVersionVisibility: 1,
      });
      await web.siteGroups.getByName("plan Visitors").users.add(loginOf("reader"));
      const { files } = web.lists.getByTitle("Drafts").rootFolder;
      await files.addUsingPath("a.txt", "one");
      const asReader = site.as("reader").web.lists.getByTitle("Drafts").rootFolder.files;
      expect(await asReader()).toEqual([]);
      await files.getByUrl("a.txt").publish();
      await files.getByUrl("a.txt").setContent("two");
      expect(await asReader.getByUrl("a.txt").getText()).toBe("one");
      expect(await files.getByUrl("a.txt").getText()).toBe("two");
    }));
});

describe("a library that is changed by check-out only", () => {
  it("refuses what is written without one, and shows others the state before", () =>
    withSite(async (site) => {
      const { web } = site.as("admin");
      await web.lists.add("Held", "", 101);
      const list = web.lists.getByTitle("Held");
      await list.rootFolder.files.addUsingPath("a.txt", "one");
      await list.update({ ForceCheckout: true });
      const file = list.rootFolder.files.getByUrl("a.txt");
      await expect(file.setContent("two")).rejects.toThrow(/not checked out/);
      await expect(list.items.getById(1).update({ Title: "new" })).rejects.toThrow(
        /not checked out/,
      );
      await file.checkout();
      await list.items.getById(1).update({ Title: "new" });
      await web.siteGroups.getByName("plan Members").users.add(loginOf("alpha"));
      const other = site.as("alpha").web.lists.getByTitle("Held").items;
      expect(await other.getById(1).select("Title")()).toMatchObject({ Title: null });
      expect(await other.select("Title")()).toMatchObject([{ Title: null }]);
      await file.checkin();
      expect(await other.select("Title")()).toMatchObject([{ Title: "new" }]);
    }));
});
