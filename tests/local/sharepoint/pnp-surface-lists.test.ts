import { ControlMode, RenderListDataOptions, type IList } from "@pnp/sp/lists/index.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fresh, startSurface, type Surface } from "./support/pnp.ts";

describe.each(["root", "subsite"] as const)("PnPjs on lists of a %s", (where) => {
  let on: Surface;
  beforeAll(async () => {
    on = await startSurface(where);
  });
  afterAll(() => on.stop());

  async function aList(template = 100): Promise<IList> {
    const title = fresh("List");
    await on.web.lists.add(title, "", template);
    return on.web.lists.getByTitle(title);
  }

  it("adds, ensures and finds lists, and refuses titles and properties that cannot be", async () => {
    const { web } = on;
    const added = await web.lists.add(fresh("Library"), "what for", 101, true, {
      OnQuickLaunch: true,
    });
    expect(await web.lists.getById(added.Id).select("Title", "BaseTemplate")()).toMatchObject({
      Title: added.Title,
      BaseTemplate: 101,
    });
    const title = fresh("Ensured");
    expect((await web.lists.ensure(title)).created).toBe(true);
    expect((await web.lists.ensure(title, title, 100, true)).created).toBe(false);
    await expect(web.lists.ensure("x".repeat(512))).rejects.toThrow("[400]");
    await expect(
      web.lists.ensure(title, "", 100, false, JSON.parse('{"Nonsense":1}')),
    ).rejects.toThrow("Nonsense");
    for (const ensure of ["ensureSiteAssetsLibrary", "ensureSitePagesLibrary"] as const)
      expect(await (await web.lists[ensure]())()).toMatchObject({ BaseType: 1 });
  });

  it("answers everything that stands around a list", async () => {
    const list = await aList();
    expect(await list.effectiveBasePermissions()).toHaveProperty("High");
    expect(await list.eventReceivers()).toEqual([]);
    expect(await list.relatedFields()).toEqual([]);
    expect(await list.informationRightsManagementSettings()).toMatchObject({ AllowPrint: false });
    expect(await list.userCustomActions()).toEqual([]);
    expect(await list.subscriptions()).toEqual([]);
    expect((await list.contentTypes()).map(({ Name }) => Name)).toEqual(["Item", "Folder"]);
    const [form] = await list.forms<{ Id: string }[]>();
    expect(await list.forms.getById(form?.Id ?? "")()).toMatchObject({ FormType: 4 });
    expect(await list.getParentInfos()).toMatchObject({
      ParentWeb: { ServerRelativeUrl: on.path },
    });
    expect(typeof (await list.reserveListItemId())).toBe("number");
    expect(await list.getChanges({ Add: true, List: true })).toHaveLength(1);
    expect(await list.titleResource("en-us")).toMatch(/^List/);
  });

  it("changes a list, moves it to the bin, and deletes one", async () => {
    const list = await aList();
    await list.update({ Description: "new" });
    expect(await list.select("Description")()).toMatchObject({ Description: "new" });
    expect(await list.recycle()).toMatch(/^[\da-f-]{36}$/);
    await expect(list()).rejects.toThrow("[404]");
    const other = await aList();
    await other.delete();
    await expect(other()).rejects.toThrow("[404]");
  });

  it("reads rows by CAML, as pages do, and as forms do", async () => {
    const list = await aList();
    for (const Title of ["Item 1", "Item 2", "Item 3"]) await list.items.add({ Title });
    const caml = {
      ViewXml:
        "<View><ViewFields><FieldRef Name='Title'/><FieldRef Name='RoleAssignments'/></ViewFields><RowLimit>5</RowLimit></View>",
    };
    const rows = await list.getItemsByCAMLQuery(caml, "RoleAssignments");
    expect(rows[0]).toMatchObject({ Title: "Item 1" });
    expect(rows[0].RoleAssignments).not.toHaveLength(0);
    expect((await list.renderListData("<View><RowLimit>5</RowLimit></View>")).Row).toHaveLength(3);
    const ViewXml = "<View><RowLimit>5</RowLimit></View>";
    const one = await list.renderListDataAsStream(
      { ViewXml },
      {},
      new Map([
        ["FilterField1", "Title"],
        ["FilterValue1", encodeURIComponent("Item 2")],
      ]),
    );
    expect(one.Row).toMatchObject([{ Title: "Item 2" }]);
    const { ContextInfo, ListSchema, ViewMetadata, QuickLaunch } = RenderListDataOptions;
    const page: unknown = await list.renderListDataAsStream({
      ViewXml,
      RenderOptions: [ContextInfo, ListSchema, ViewMetadata, QuickLaunch],
    });
    expect(page).toMatchObject({
      ListData: { LastRow: 3 },
      ListSchema: { Field: expect.arrayContaining([expect.objectContaining({ Name: "Title" })]) },
      ViewMetadata: { Title: "All Items" },
      QuickLaunch: expect.any(Array),
    });
    await expect(
      list.renderListDataAsStream({ ViewXml, RenderOptions: RenderListDataOptions.GridInitInfo }),
    ).rejects.toThrow(/\[501\].*262144/);
    expect(await list.renderListFormData(1, "editform", ControlMode.Edit)).toMatchObject({
      Title: "Item 1",
      FormControlMode: 2,
      ItemAttributes: { Id: 1 },
    });
  });

  it.each([
    [103, "URL"],
    [104, "Body"],
    [105, "FirstName"],
    [106, "EventDate"],
    [107, "PercentComplete"],
    [171, "DueDate"],
    [1100, "IssueStatus"],
  ])("makes lists of the template %i, which begin with %s", async (template, column) => {
    const list = await aList(template);
    expect(await list.fields.getByInternalNameOrTitle(column)()).toMatchObject({
      InternalName: column,
    });
    expect(await list.items.add({ Title: "one" })).toMatchObject({ Title: "one" });
  });

  it("keeps custom actions of the site, a web and a list", async () => {
    const list = await aList();
    for (const actions of [
      on.sp.site.userCustomActions,
      on.web.userCustomActions,
      list.userCustomActions,
    ]) {
      const { data } = await actions.add({ Title: "T", Location: "ScriptLink", Sequence: 10 });
      const id = data.Id ?? "";
      await actions.getById(id).update({ Title: "U" });
      expect(await actions.getById(id)()).toMatchObject({ Title: "U", Sequence: 10 });
      await actions.getById(id).delete();
      await actions.add({ Title: "T", Location: "ScriptLink" });
      await actions.clear();
      expect(await actions()).toEqual([]);
    }
  });
});
