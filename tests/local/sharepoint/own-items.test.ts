import { describe, expect, it } from "vitest";
import { loginOf, withSite, type LocalSite } from "./support/site.ts";

const notes = "web/lists/getByTitle('Notes')";
const pointers = "web/lists/getByTitle('Pointers')/items";

/** Alpha and beta are members; each has written one note, and a pointer of the administrator's leads to each. */
const withNotes = (
  settings: Readonly<Record<string, number>>,
  work: (site: LocalSite) => Promise<void>,
) =>
  withSite(async (site) => {
    const { web } = site.as("admin");
    for (const name of ["alpha", "beta"])
      await web.siteGroups.getByName("plan Members").users.add(loginOf(name));
    const { Id: id } = await web.lists.add("Notes");
    const members = await web.siteGroups.getByName("plan Members")();
    const contribute = await web.roleDefinitions.getByName("Contribute")();
    const list = web.lists.getByTitle("Notes");
    await list.breakRoleInheritance();
    await list.roleAssignments.add(members.Id, contribute.Id);
    await list.update(settings);
    await web.lists.add("Pointers");
    await web.lists.getByTitle("Pointers").fields.addLookup("To", {
      LookupListId: id,
      LookupFieldName: "Title",
    });
    for (const [place, name] of ["alpha", "beta"].entries()) {
      await site
        .as(name)
        .web.lists.getByTitle("Notes")
        .items.add({ Title: `of ${name}` });
      await web.lists.getByTitle("Pointers").items.add({ ToId: place + 1 });
    }
    await work(site);
  });

const withOwn = (work: (site: LocalSite) => Promise<void>) => withNotes({ ReadSecurity: 2 }, work);

describe("a list in which people read only what they made", () => {
  it("shows, counts and finds nothing else", () =>
    withOwn(async (site) => {
      const asAlpha = site.as("alpha").web.lists.getByTitle("Notes");
      expect(await asAlpha.items.select("Title")()).toMatchObject([{ Title: "of alpha" }]);
      expect(await asAlpha()).toMatchObject({ ItemCount: 1 });
      expect((await site.call("alpha", "GET", `${notes}/items(1)`)).status).toBe(200);
      const hidden = await site.call("alpha", "GET", `${notes}/items(2)`);
      expect(hidden.status).toBe(404);
      expect(hidden.json).toMatchObject({
        "odata.error": { code: "-2130575338, System.ArgumentException" },
      });
    }));

  it("shows everything to whoever manages the list", () =>
    withOwn(async (site) => {
      expect(await site.as("admin").web.lists.getByTitle("Notes").items()).toHaveLength(2);
    }));

  it("opens no lookup to another person's item, and finds nothing by what it says", () =>
    withOwn(async (site) => {
      const query = "$select=To/Title&$expand=To&$orderby=Id";
      const seen = await site.call("alpha", "GET", `${pointers}?${query}`, {
        headers: { Accept: "application/json;odata=nometadata" },
      });
      expect(seen.json).toEqual({ value: [{ To: { Title: "of alpha" } }, {}] });
      for (const [name, count] of [
        ["alpha", 0],
        ["beta", 1],
      ] as const) {
        const found = await site.call(name, "GET", `${pointers}?$filter=To/Title eq 'of beta'`);
        expect(found.json).toHaveProperty("value.length", count);
      }
    }));
});

describe("a list in which people", () => {
  const change = { "X-HTTP-Method": "MERGE", "If-Match": "*" };
  const take = { "X-HTTP-Method": "DELETE", "If-Match": "*" };
  const body = { Title: "changed" };
  const form = { formValues: [{ FieldName: "Title", FieldValue: "changed" }] };

  it.each([
    ["change all items", 1, 204, 204],
    ["change only their own", 2, 204, 403],
    ["change none", 4, 403, 403],
  ])("%s holds to that", (_, WriteSecurity, own, other) =>
    withNotes({ WriteSecurity }, async (site) => {
      for (const [id, status] of [
        [1, own],
        [2, other],
      ] as const) {
        const path = `${notes}/items(${id})`;
        const byForm = await site.call("alpha", "POST", `${path}/ValidateUpdateListItem()`, {
          body: form,
        });
        expect(byForm.status).toBe(status === 204 ? 200 : 403);
        expect((await site.call("alpha", "POST", path, { body, headers: change })).status).toBe(
          status,
        );
        const taken = await site.call("alpha", "POST", path, { headers: take });
        expect(taken.status).toBe(status === 204 ? 200 : 403);
      }
      expect(
        (await site.call("admin", "POST", `${notes}/items`, { body: { Title: "x" } })).status,
      ).toBe(201);
    }),
  );

  it("cannot be set to something that there is not", () =>
    withNotes({}, async (site) => {
      const answer = await site.call("admin", "POST", notes, {
        body: { ReadSecurity: 3 },
        headers: change,
      });
      expect(answer.status).toBe(400);
    }));
});
