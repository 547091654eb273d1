import { describe, expect, it } from "vitest";
import { CheckinType } from "@pnp/sp/files/index.js";
import { loginOf, withSite, type LocalSite } from "./support/site.ts";

interface Titled {
  readonly Title: string;
}
const library = (site: LocalSite, name: string) => site.as(name).web.lists.getByTitle("Held");
const news = (site: LocalSite, name: string) => site.as(name).web.lists.getByTitle("News");

/** Five items, all approved as "old n"; alpha has since changed the second to "fresh", and waits for approval. */
async function makeNews(site: LocalSite): Promise<void> {
  const { web } = site.as("admin");
  await web.lists.add("News", "", 100, false, { EnableModeration: true });
  await web.siteGroups.getByName("plan Members").users.add(loginOf("alpha"));
  await web.siteGroups.getByName("plan Visitors").users.add(loginOf("reader"));
  for (let id = 1; id <= 5; id++) {
    await news(site, "alpha").items.add({ Title: `old ${id}` });
    await news(site, "admin").items.getById(id).update({ OData__ModerationStatus: 0 });
  }
  await news(site, "alpha").items.getById(2).update({ Title: "fresh" });
}

const found = async (site: LocalSite, name: string, filter: string) =>
  (await news(site, name).items.filter(filter).select("Title")<Titled[]>()).map(
    ({ Title }) => Title,
  );

describe("an item whose newest state waits for approval", () => {
  it("is filtered, ordered and paged by what its reader sees of it", () =>
    withSite(async (site) => {
      await makeNews(site);
      expect(await found(site, "reader", "Title eq 'fresh'")).toEqual([]);
      expect(await found(site, "reader", "Title eq 'OLD 2'")).toEqual(["old 2"]);
      expect(await found(site, "alpha", "Title eq 'fresh'")).toEqual(["fresh"]);
      const items = news(site, "reader").items.orderBy("Title", false).select("Title").top(2);
      const pages: string[][] = [];
      for await (const page of items) pages.push(page.map(({ Title }: Titled) => Title));
      expect(pages).toEqual([["old 5", "old 4"], ["old 3", "old 2"], ["old 1"]]);
    }));

  it("is found through a lookup, and shown by it, in the same state", () =>
    withSite(async (site) => {
      await makeNews(site);
      const { web } = site.as("admin");
      await web.lists.add("Notes");
      const notes = web.lists.getByTitle("Notes");
      const { Id } = await web.lists.getByTitle("News").select("Id")();
      await notes.fields.addLookup("About", { LookupListId: Id, LookupFieldName: "Title" });
      await notes.items.add({ Title: "note", AboutId: 2 });
      const asReader = site.as("reader").web.lists.getByTitle("Notes").items;
      const about = (title: string) =>
        asReader.filter(`About/Title eq '${title}'`).select("About/Title").expand("About")();
      expect(await about("fresh")).toEqual([]);
      expect(await about("old 2")).toMatchObject([{ About: { Title: "old 2" } }]);
    }));
});

describe("a file that somebody has checked out", () => {
  it("is filtered by its state before, for everybody else", () =>
    withSite(async (site) => {
      const { web } = site.as("admin");
      await web.lists.add("Held", "", 101);
      await web.siteGroups.getByName("plan Members").users.add(loginOf("alpha"));
      const list = web.lists.getByTitle("Held");
      await list.rootFolder.files.addUsingPath("a.txt", "one");
      await list.items.getById(1).update({ Title: "before" });
      await list.rootFolder.files.getByUrl("a.txt").checkout();
      await list.items.getById(1).update({ Title: "after" });
      const other = site.as("alpha").web.lists.getByTitle("Held").items;
      expect(await other.filter("Title eq 'after'")()).toEqual([]);
      expect(await other.filter("Title eq 'before'")()).toHaveLength(1);
      expect(await list.items.filter("Title eq 'after'")()).toHaveLength(1);
    }));
});

/** A library where files are changed by check-out only; alpha has just added one. */
async function makeLibrary(site: LocalSite): Promise<void> {
  const { web } = site.as("admin");
  await web.lists.add("Held", "", 101, false, { ForceCheckout: true });
  await web.siteGroups.getByName("plan Members").users.add(loginOf("alpha"));
  await library(site, "alpha").rootFolder.files.addUsingPath("new.txt", "one");
}

describe("a file added where files are changed by check-out only", () => {
  it("is checked out to whoever added it, and seen by nobody else before it is checked in", () =>
    withSite(async (site) => {
      await makeLibrary(site);
      const own = library(site, "alpha").rootFolder.files.getByUrl("new.txt");
      expect(await own.expand("CheckedOutByUser")()).toMatchObject({
        CheckedOutByUser: { LoginName: loginOf("alpha") },
      });
      expect(await library(site, "admin").items()).toEqual([]);
      expect(await library(site, "admin").rootFolder.files()).toEqual([]);
      const path = "web/getFileByServerRelativePath(decodedUrl='/sites/plan/Held/new.txt')";
      expect((await site.call("admin", "GET", path)).status).toBe(404);
      await own.setContent("two");
      await own.checkin("first", CheckinType.Major);
      const others = library(site, "admin").rootFolder.files.getByUrl("new.txt");
      expect(await others.getText()).toBe("two");
      expect(await others()).toMatchObject({ UIVersionLabel: "1.0", CheckInComment: "first" });
      expect(await others.versions()).toEqual([]);
    }));

  it("cannot be put back to a state that it never had", () =>
    withSite(async (site) => {
      await makeLibrary(site);
      const own = library(site, "alpha").rootFolder.files.getByUrl("new.txt");
      await expect(own.undoCheckout()).rejects.toThrow(/no checked in version/);
      await own.delete();
      expect(await library(site, "alpha").items()).toEqual([]);
    }));
});
