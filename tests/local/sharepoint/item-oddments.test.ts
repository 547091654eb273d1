import "@pnp/sp/forms/index.js";
import { expect, it } from "vitest";
import { withSite, type LocalSite } from "./support/site.ts";

async function makeItem(site: LocalSite) {
  const { web } = site.as("admin");
  await web.lists.add("Tasks");
  const list = web.lists.getByTitle("Tasks");
  const { Id } = await list.items.add({ Title: "one" });
  return { web, list, item: list.items.getById(Id) };
}

it("versions of an item are looked at and taken away, but never the current one", () =>
  withSite(async (site) => {
    const { item } = await makeItem(site);
    await item.update({ Title: "two" });
    await item.update({ Title: "three" });
    expect(await item.versions.getById(1024)()).toMatchObject({
      VersionLabel: "2.0",
      Title: "two",
      IsCurrentVersion: false,
    });
    await item.versions.getById(512).delete();
    expect(await item.versions()).toHaveLength(2);
    await expect(item.versions.getById(1536).delete()).rejects.toThrow(/current version/);
  }));

it("an id that is reserved is given to nobody else", () =>
  withSite(async (site) => {
    const { list } = await makeItem(site);
    expect(await list.reserveListItemId()).toBe(2);
    expect(await list.items.add({ Title: "next" })).toMatchObject({ Id: 3 });
  }));

it("an item is found by its id as a text, and deleted with parameters", () =>
  withSite(async (site) => {
    const { list, item } = await makeItem(site);
    expect(await list.items.getItemByStringId("1")()).toMatchObject({ Title: "one" });
    await item.deleteWithParams({ BypassSharedLock: true });
    expect(await list.items()).toEqual([]);
  }));

it("every list has three forms", () =>
  withSite(async (site) => {
    const { list } = await makeItem(site);
    const forms = await list.forms();
    expect(forms).toMatchObject([
      { ServerRelativeUrl: "/sites/plan/Lists/Tasks/DispForm.aspx", FormType: 4 },
      { ServerRelativeUrl: "/sites/plan/Lists/Tasks/EditForm.aspx", FormType: 6 },
      { ServerRelativeUrl: "/sites/plan/Lists/Tasks/NewForm.aspx", FormType: 8 },
    ]);
    expect(await list.forms.getById(forms[0]?.Id ?? "")()).toMatchObject({ FormType: 4 });
  }));

it("a validation that fails in a form is told beside its field", () =>
  withSite(async (site) => {
    const { list } = await makeItem(site);
    await list.fields.addNumber("Score");
    await list.fields
      .getByTitle("Score")
      .update({ ValidationFormula: "=AND([Score]>0,[Score]<=10)", ValidationMessage: "1 to 10." });
    const told = await list.addValidateUpdateItemUsingPath(
      [
        { FieldName: "Title", FieldValue: "two" },
        { FieldName: "Score", FieldValue: "11" },
      ],
      "/sites/plan/Lists/Tasks",
    );
    expect(told).toMatchObject([
      { FieldName: "Title", HasException: false },
      { FieldName: "Score", HasException: true, ErrorMessage: "1 to 10." },
    ]);
    expect(await list.items()).toHaveLength(1);
  }));
