import "@pnp/sp/related-items/index.js";
import { describe, expect, it } from "vitest";
import { library, makeLibrary, put } from "./support/library.ts";
import { loginOf, withSite, type LocalSite } from "./support/site.ts";

const root = "/sites/plan";

/** Two lists of tasks with one item each; answers their ids. */
async function makeTasks(site: LocalSite): Promise<readonly [string, string]> {
  const { web } = site.as("admin");
  const ids = [];
  for (const title of ["From", "To"]) {
    await web.lists.add(title, "", 107);
    const list = web.lists.getByTitle(title);
    await list.items.add({ Title: `${title} one` });
    ids.push((await list.select("Id")()).Id);
  }
  const [from = "", to = ""] = ids;
  return [from, to];
}

describe("links between items", () => {
  it("lead to items and files, once each, until they are taken away", () =>
    withSite(async (site) => {
      const [from, to] = await makeTasks(site);
      await makeLibrary(site);
      await put(site, `${library}/plan.docx`, "x");
      const links = site.as("admin").web.relatedItems;
      for (let twice = 0; twice < 2; twice++) await links.addSingleLink(from, 1, root, to, 1, root);
      await links.addSingleLinkToUrl(from, 1, `${site.origin}${library}/plan.docx`);
      const found = await links.getRelatedItems(from, 1);
      expect(found.map(({ Title, ListId }) => [Title, ListId === to])).toEqual([
        ["To one", true],
        ["plan.docx", false],
      ]);
      await links.deleteSingleLink(from, 1, root, to, 1, root);
      expect(await links.getPageOneRelatedItems(from, 1)).toHaveLength(1);
    }));

  it("are made both ways where that is asked for", () =>
    withSite(async (site) => {
      const [from, to] = await makeTasks(site);
      const links = site.as("admin").web.relatedItems;
      await links.addSingleLink("From", 1, root, "To", 1, root, true);
      expect(await links.getRelatedItems(to, 1)).toMatchObject([{ ListId: from, ItemId: 1 }]);
      await links.deleteSingleLink(from, 1, root, to, 1, root, true);
      expect(await links.getRelatedItems(to, 1)).toEqual([]);
    }));

  it("are kept where a list has a column for them, and show nobody what they may not see", () =>
    withSite(async (site) => {
      const [from, to] = await makeTasks(site);
      const { web } = site.as("admin");
      await web.lists.add("Plain");
      await web.lists.getByTitle("Plain").items.add({ Title: "one" });
      await expect(web.relatedItems.addSingleLink("Plain", 1, root, to, 1, root)).rejects.toThrow(
        /no column for related items/,
      );
      await web.relatedItems.addSingleLink(from, 1, root, to, 1, root);
      await web.siteGroups.getByName("plan Visitors").users.add(loginOf("reader"));
      await web.lists.getByTitle("To").breakRoleInheritance(false);
      const asReader = site.as("reader").web.relatedItems;
      expect(await asReader.getRelatedItems(from, 1)).toEqual([]);
      await expect(asReader.deleteSingleLink(from, 1, root, to, 1, root)).rejects.toThrow(
        /\[40[34]\]/,
      );
    }));
});
