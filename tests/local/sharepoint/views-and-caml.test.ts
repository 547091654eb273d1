import "@pnp/sp/views/index.js";
import { FieldUserSelectionMode } from "@pnp/sp/fields/index.js";
import { describe, expect, it } from "vitest";
import { ViewScope } from "@pnp/sp/views/index.js";
import { withSite, type LocalSite } from "./support/site.ts";

async function makeTasks(site: LocalSite) {
  const { web } = site.as("admin");
  await web.lists.add("Tasks");
  const list = web.lists.getByTitle("Tasks");
  await list.fields.addNumber("Score");
  await list.fields.addDateTime("Due");
  await list.fields.addMultilineText("Note");
  await list.fields.addBoolean("Done");
  await list.fields.addMultiChoice("Colours", { Choices: ["red", "green", "blue"] });
  await list.fields.addUser("Owner", { SelectionMode: FieldUserSelectionMode.PeopleOnly });
  const { Id: owner } = await web.ensureUser("alpha@marlshire.example");
  for (const [Title, Score, Due, Done] of [
    ["Apples & pears", 1, "2026-01-10T09:30:00Z", true],
    ["Apricots", 2, "2026-01-11T00:00:00Z", false],
    ["Bananas", 3, null, true],
    ["Cherries", null, "2026-03-01T23:59:59Z", false],
  ] as const)
    await list.items.add({
      Title,
      Score,
      Due,
      Done,
      Note: `About ${Title}`,
      Colours: Done ? ["red", "blue"] : ["green"],
      OwnerId: Done ? owner : null,
    });
  return list;
}

const where = (condition: string, rest = "") =>
  `<View><Query><Where>${condition}</Where></Query>${rest}</View>`;
const field = (name: string) => `<FieldRef Name='${name}'/>`;
const value = (type: string, text: string) => `<Value Type='${type}'>${text}</Value>`;

describe("CAML", () => {
  it.each<[string, string, string[]]>([
    ["Eq", `<Eq>${field("Title")}${value("Text", "apples &amp; pears")}</Eq>`, ["Apples & pears"]],
    [
      "Neq counts what is empty",
      `<Neq>${field("Score")}${value("Number", "1")}</Neq>`,
      ["Apricots", "Bananas", "Cherries"],
    ],
    ["Geq", `<Geq>${field("Score")}${value("Number", "2")}</Geq>`, ["Apricots", "Bananas"]],
    ["Lt", `<Lt>${field("Score")}${value("Number", "2")}</Lt>`, ["Apples & pears"]],
    ["IsNull", `<IsNull>${field("Score")}</IsNull>`, ["Cherries"]],
    [
      "IsNotNull",
      `<IsNotNull>${field("Due")}</IsNotNull>`,
      ["Apples & pears", "Apricots", "Cherries"],
    ],
    [
      "BeginsWith",
      `<BeginsWith>${field("Title")}${value("Text", "Ap")}</BeginsWith>`,
      ["Apples & pears", "Apricots"],
    ],
    [
      "Contains in a note",
      `<Contains>${field("Note")}${value("Note", "anana")}</Contains>`,
      ["Bananas"],
    ],
    [
      "a day, whatever the time",
      `<Eq>${field("Due")}${value("DateTime", "2026-03-01T00:00:00Z")}</Eq>`,
      ["Cherries"],
    ],
    [
      "a time to the second",
      `<Gt>${field("Due")}<Value Type='DateTime' IncludeTimeValue='TRUE'>2026-01-10T09:30:00Z</Value></Gt>`,
      ["Apricots", "Cherries"],
    ],
    ["a flag", `<Eq>${field("Done")}${value("Boolean", "1")}</Eq>`, ["Apples & pears", "Bananas"]],
    [
      "one of several choices",
      `<Includes>${field("Colours")}${value("Text", "green")}</Includes>`,
      ["Apricots", "Cherries"],
    ],
    [
      "a person by name",
      `<Eq>${field("Owner")}${value("User", "Officer alpha")}</Eq>`,
      ["Apples & pears", "Bananas"],
    ],
    [
      "In",
      `<In>${field("Title")}<Values>${value("Text", "Bananas")}${value("Text", "Cherries")}</Values></In>`,
      ["Bananas", "Cherries"],
    ],
    [
      "And and Or",
      `<And><Or><Eq>${field("Score")}${value("Number", "1")}</Eq><Eq>${field("Score")}${value("Number", "2")}</Eq></Or><Eq>${field("Done")}${value("Boolean", "1")}</Eq></And>`,
      ["Apples & pears"],
    ],
  ])("answers %s", (_, condition, titles) =>
    withSite(async (site) => {
      const list = await makeTasks(site);
      const items = await list.getItemsByCAMLQuery({ ViewXml: where(condition) });
      expect(items.map(({ Title }: { Title: string }) => Title)).toEqual(titles);
    }),
  );

  it("orders, limits, goes on, and answers only the view's columns", () =>
    withSite(async (site) => {
      const list = await makeTasks(site);
      const ViewXml =
        "<View><ViewFields><FieldRef Name='LinkTitle'/><FieldRef Name='Score'/></ViewFields><Query><OrderBy><FieldRef Name='Score' Ascending='FALSE'/></OrderBy></Query><RowLimit Paged='TRUE'>2</RowLimit></View>";
      const first = await list.getItemsByCAMLQuery({ ViewXml });
      expect(first).toMatchObject([{ Title: "Bananas", Score: 3 }, { Title: "Apricots" }]);
      expect(first[0]).not.toHaveProperty("Note");
      const PagingInfo = "Paged=TRUE&p_Score=2&p_ID=2";
      const second = await list.getItemsByCAMLQuery({
        ViewXml,
        ListItemCollectionPosition: { PagingInfo },
      });
      expect(second.map(({ Title }: { Title: string }) => Title)).toEqual([
        "Apples & pears",
        "Cherries",
      ]);
    }));

  it("reaches as far as its scope says", () =>
    withSite(async (site) => {
      const { web } = site.as("admin");
      await web.lists.add("Tasks");
      const list = web.lists.getByTitle("Tasks");
      await list.rootFolder.folders.addUsingPath("Inside");
      await list.addValidateUpdateItemUsingPath(
        [{ FieldName: "Title", FieldValue: "below" }],
        "/sites/plan/Lists/Tasks/Inside",
      );
      await list.items.add({ Title: "above" });
      const titles = async (query: object) =>
        (await list.getItemsByCAMLQuery({ ViewXml: "<View/>", ...query })).map(
          ({ Title }: { Title: string }) => Title,
        );
      expect(await titles({})).toEqual(["Inside", "above"]);
      expect(await titles({ ViewXml: "<View Scope='Recursive'/>" })).toEqual(["below", "above"]);
      expect(await titles({ ViewXml: "<View Scope='RecursiveAll'/>" })).toHaveLength(3);
      expect(await titles({ ViewXml: "<View Scope='FilesOnly'/>" })).toEqual(["above"]);
      expect(await titles({ FolderServerRelativeUrl: "/sites/plan/Lists/Tasks/Inside" })).toEqual([
        "below",
      ]);
    }));

  it.each<[string, string, number]>([
    ["no XML", "<View><Query>", 500],
    ["an element nobody knows", "<View><Query><Where><Like/></Where></Query></View>", 500],
    ["a column that is not there", where(`<IsNull>${field("Nowhere")}</IsNull>`), 500],
    ["entities of its own", "<!DOCTYPE View [<!ENTITY a 'b'>]><View/>", 500],
    [
      "a view as calendar, which this service does not do",
      "<View><CalendarViewStyles/></View>",
      501,
    ],
  ])("refuses %s", (_, ViewXml, status) =>
    withSite(async (site) => {
      await site.as("admin").web.lists.add("Tasks");
      const answer = await site.call("admin", "POST", "web/lists/getByTitle('Tasks')/getitems", {
        body: { query: { ViewXml } },
      });
      expect(answer.status).toBe(status);
      expect(answer.json).toHaveProperty(["odata.error", "message", "value"]);
    }),
  );

  it("can stand in the address", () =>
    withSite(async (site) => {
      await makeTasks(site);
      const query = encodeURIComponent(
        JSON.stringify({ ViewXml: where(`<Eq>${field("Score")}${value("Number", "3")}</Eq>`) }),
      );
      const answer = await site.call(
        "admin",
        "POST",
        `web/lists/getByTitle('Tasks')/GetItems(query=@v1)?@v1=${query}&$select=Title`,
        { headers: { Accept: "application/json;odata=verbose" } },
      );
      expect(answer.json).toMatchObject({ d: { results: [{ Title: "Bananas" }] } });
    }));
});

describe("renderListDataAsStream", () => {
  it("answers texts for people, and goes on page by page", () =>
    withSite(async (site) => {
      const list = await makeTasks(site);
      const names = ["LinkTitle", "Score", "Due", "Done", "Owner", "Colours"];
      const ViewXml = `<View><ViewFields>${names.map(field).join("")}</ViewFields><RowLimit Paged='TRUE'>3</RowLimit></View>`;
      const first = await list.renderListDataAsStream({ ViewXml });
      expect(first).toMatchObject({ FirstRow: 1, LastRow: 3, RowLimit: 3 });
      expect(first.Row[0]).toMatchObject({
        ID: "1",
        LinkTitle: "Apples & pears",
        Score: "1",
        "Score.": "1.00000000000000",
        Due: "1/10/2026",
        "Due.": "2026-01-10T09:30:00Z",
        Done: "Yes",
        "Done.value": "1",
        Owner: [{ title: "Officer alpha", email: "alpha@marlshire.example" }],
        Colours: ["red", "blue"],
      });
      const second = await list.renderListDataAsStream({ ViewXml, Paging: first.NextHref ?? "" });
      expect(second).toMatchObject({ FirstRow: 4, LastRow: 4, Row: [{ LinkTitle: "Cherries" }] });
      expect(second).not.toHaveProperty("NextHref");
      const text = await list.renderListData("<View><RowLimit>1</RowLimit></View>");
      expect(text).toMatchObject({ Row: [{ Title: "Apples & pears" }], RowLimit: 1 });
    }));
});

describe("a view", () => {
  it("stands beside the default one, with columns, order and a page of its own", () =>
    withSite(async (site) => {
      const list = await makeTasks(site);
      expect(await list.views()).toMatchObject([{ Title: "All Items", DefaultView: true }]);
      const added = await list.views.add("High scores", false, {
        RowLimit: 10,
        ViewQuery: "<OrderBy><FieldRef Name='Score' Ascending='FALSE' /></OrderBy>",
      });
      expect(added).toMatchObject({
        Title: "High scores",
        DefaultView: false,
        RowLimit: 10,
        ServerRelativeUrl: "/sites/plan/Lists/Tasks/High scores.aspx",
      });
      const view = list.views.getById(added.Id);
      await view.fields.removeAll();
      await view.fields.add("Title");
      await view.fields.add("Score");
      await view.fields.move("Score", 0);
      expect(await view.fields()).toMatchObject({ Items: ["Score", "Title"] });
      expect(await view.fields.getSchemaXml()).toBe(
        '<FieldRef Name="Score" /><FieldRef Name="Title" />',
      );
      await view.fields.remove("Score");
      await view.update({ Title: "Best", Scope: ViewScope.RecursiveAll, DefaultView: true });
      expect(await list.views.getByTitle("Best")()).toMatchObject({ Id: added.Id, Scope: 2 });
      expect(await list.defaultView()).toMatchObject({ Id: added.Id });
      await view.setViewXml("<View><Query/><ViewFields/><RowLimit>5</RowLimit></View>");
      expect(await view()).toMatchObject({ RowLimit: 5, ViewQuery: "" });
      await list.getView(added.Id).fields.add("Title");
      expect(await view.renderAsHtml()).toContain("<td>Bananas</td>");
      await view.delete();
      expect(await list.views()).toHaveLength(1);
    }));

  it("is made by those who manage lists, a personal one by anybody for themselves", () =>
    withSite(async (site) => {
      const { web } = site.as("admin");
      await makeTasks(site);
      await web.siteGroups.getById(4).users.add("i:0#.f|membership|reader@marlshire.example");
      const list = site.as("reader").web.lists.getByTitle("Tasks");
      await expect(list.views.add("For all")).rejects.toThrow(/403/);
      await list.views.add("For me", true);
      expect(await list.views()).toHaveLength(2);
      expect(await web.lists.getByTitle("Tasks").views()).toHaveLength(1);
    }));
});

describe("getListItemChangesSinceToken", () => {
  it("tells all items first, and what changed and went afterwards", () =>
    withSite(async (site) => {
      const list = await makeTasks(site);
      const all = await list.getListItemChangesSinceToken({
        RowLimit: "50",
        ViewFields: "<ViewFields><FieldRef Name='Title'/></ViewFields>",
      });
      expect(all).toContain('ItemCount="4"');
      expect(all).toContain('ows_Title="Apples &amp; pears"');
      const ChangeToken = /LastChangeToken="([^"]+)"/.exec(all)?.[1] ?? "";
      await list.items.getById(2).update({ Title: "Changed" });
      await list.items.getById(3).delete();
      const changed = await list.getListItemChangesSinceToken({ ChangeToken });
      expect(changed).toContain('ItemCount="1"');
      expect(changed).toContain('ows_Title="Changed"');
      expect(changed).toContain('<Id ChangeType="Delete">3</Id>');
    }));
});
