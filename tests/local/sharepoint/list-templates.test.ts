import "@pnp/sp/content-types/index.js";
import "@pnp/sp/views/index.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startSite, type LocalSite } from "./support/site.ts";

let site: LocalSite;
let stop: () => Promise<void>;

beforeAll(async () => {
  ({ site, stop } = await startSite());
});
afterAll(() => stop());

async function aList(template: number) {
  const { web } = site.as("admin");
  await web.lists.add(`Made of ${template}`, "", template);
  return web.lists.getByTitle(`Made of ${template}`);
}

describe("a list made from a template", () => {
  it.each([
    [100, "Item", "0x01", "All Items", "LinkTitle"],
    [103, "Link", "0x0105", "All Links", "URLwMenu"],
    [104, "Announcement", "0x0104", "All Items", "Modified"],
    [105, "Contact", "0x0106", "All contacts", "FirstName"],
    [106, "Event", "0x0102", "Calendar", "EventDate"],
    [107, "Task", "0x0108", "All Tasks", "DueDate"],
    [120, "Item", "0x01", "All Items", "LinkTitle"],
    [171, "Task", "0x0108", "All Tasks", "AssignedTo"],
    [1100, "Issue", "0x0103", "All Issues", "IssueStatus"],
  ])(
    "of %i holds things of the type %s and shows them",
    async (template, type, id, view, column) => {
      const list = await aList(template);
      const types = await list.contentTypes();
      expect(types.map(({ Name }) => Name)).toEqual([type, "Folder"]);
      expect(types[0]?.StringId).toMatch(new RegExp(`^${id}00[0-9A-F]{32}$`));
      expect(await list.defaultView()).toMatchObject({ Title: view });
      expect(await list.defaultView.fields()).toMatchObject({
        Items: expect.arrayContaining([column]),
      });

      const added = await list.items.add({ Title: "one" });
      expect(added.ContentTypeId).toBe(types[0]?.StringId);
      expect(await list.items.filter(`ContentType eq '${type}'`)()).toHaveLength(1);
      expect(await list.items.getById(1).contentType()).toMatchObject({ Name: type });
      const rows = await list.renderListDataAsStream({ ViewXml: "<View />" });
      expect(rows.Row).toHaveLength(1);
    },
  );

  it.each([
    [109, "Picture", "All Pictures"],
    [115, "Form", "All Documents"],
    [119, "Wiki Page", "All Pages"],
  ])("of %i is a library of the type %s", async (template, type, view) => {
    const list = await aList(template);
    const file = await list.rootFolder.files.addUsingPath("one.aspx", "1");
    const { web } = site.as("admin");
    const { contentType } = await web
      .getFileByServerRelativePath(file.ServerRelativeUrl)
      .getItem<{ contentType: () => Promise<unknown> }>();
    expect(await contentType()).toMatchObject({ Name: type });
    expect(await list.defaultView()).toMatchObject({ Title: view });
  });

  it("has events that last all day, and shows those of this month first", async () => {
    const { web } = site.as("admin");
    await web.lists.add("Diary", "", 106);
    const list = web.lists.getByTitle("Diary");
    const now = new Date();
    const later = new Date(Date.UTC(now.getUTCFullYear() + 1, now.getUTCMonth(), 5));
    for (const [Title, day] of [
      ["today", now],
      ["in a year", later],
    ] as const)
      await list.items.add({ Title, EventDate: day.toISOString(), EndDate: day.toISOString() });
    await list.items.getById(1).update({ fAllDayEvent: true });
    expect(await list.items.getById(1)()).toMatchObject({ fAllDayEvent: true, fRecurrence: false });
    expect(await list.items.getById(1)()).not.toHaveProperty("RecurrenceData");
    expect(await list.items.getById(1).select("EventType")()).toHaveProperty("EventType");
    expect(await list.items.filter("fAllDayEvent eq 1")()).toMatchObject([{ Title: "today" }]);
    const { ListViewXml } = await list.defaultView();
    const rows = await list.renderListDataAsStream({ ViewXml: ListViewXml });
    expect(rows.Row.map((row) => row["Title"])).toEqual(["today"]);
  });

  it("has tasks that wait for others, and several people to do them", async () => {
    const { web } = site.as("admin");
    await web.lists.add("Steps", "", 171);
    const list = web.lists.getByTitle("Steps");
    const { Id: me } = await web.currentUser();
    await list.items.add({ Title: "first" });
    await list.items.add({ Title: "then", PredecessorsId: [1], AssignedToId: [me] });
    const [second] = await list.items
      .filter("Id eq 2")
      .select("Predecessors/Title", "AssignedTo/Title")
      .expand("Predecessors", "AssignedTo")();
    expect(second).toMatchObject({
      Predecessors: [{ Title: "first" }],
      AssignedTo: [{ Title: "Officer admin" }],
    });
    const title = await list.fields.getByInternalNameOrTitle("Title")();
    expect(title.Title).toBe("Task Name");
  });

  it("may change its own type, and part with it once nothing is of it", async () => {
    const { web } = site.as("admin");
    await web.lists.add("Varied");
    const list = web.lists.getByTitle("Varied");
    const [item] = await list.contentTypes();
    const own = list.contentTypes.getById(item?.StringId ?? "");
    const call = (method: string, body?: object) =>
      site.call(
        "admin",
        "POST",
        `web/lists/getByTitle('Varied')/contentTypes('${item?.StringId}')`,
        {
          headers: { "X-HTTP-Method": method },
          ...(body ? { body } : {}),
        },
      );
    expect((await call("MERGE", { Description: "What there is" })).status).toBe(204);
    expect(await own()).toMatchObject({ Name: "Item", Description: "What there is" });
    expect((await call("DELETE")).text).toContain("The last content type");

    await list.contentTypes.addAvailableContentType("0x0108");
    await list.items.add({ Title: "plain" });
    expect((await call("DELETE")).text).toContain("in use");
    await list.items.getById(1).delete();
    expect((await call("DELETE")).status).toBe(200);
    expect((await list.contentTypes()).map(({ Name }) => Name)).toEqual(["Folder", "Task"]);
    await list.items.add({ Title: "now a task" });
    expect(await list.items.getById(2).contentType()).toMatchObject({ Name: "Task" });
  });
});
