import "@pnp/sp/comments/item.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startSite, type LocalSite } from "./support/site.ts";

let site: LocalSite;
let stop: () => Promise<void>;
let list: string;
let admin: number;

const items = "web/lists/getByTitle('To do')/items";
const minimal = { Accept: "application/json;odata=minimalmetadata" };
const verbose = {
  Accept: "application/json;odata=verbose",
  "Content-Type": "application/json;odata=verbose",
};

const add = (body: object) => site.call("admin", "POST", items, { headers: verbose, body });
const webParts = (file: string) => `web/getFileByUrl('${file}')/getLimitedWebPartManager(scope=1)`;

beforeAll(async () => {
  ({ site, stop } = await startSite());
  const { web } = site.as("admin");
  await web.lists.add("To do");
  const made = web.lists.getByTitle("To do");
  ({ Id: list } = await made.select("Id")());
  await made.fields.createFieldAsXml("<Field Type='UserMulti' Mult='TRUE' Name='Who' />");
  ({ Id: admin } = await web.currentUser());
  await made.items.add({ Title: "one", WhoId: [admin] });
});
afterAll(() => stop());

describe("a caller of minimal metadata", () => {
  it("gets the address of what is expanded, and of people in it the id alone", async () => {
    const path = `${items}(1)?$select=Title,Author/Title,Who/Title&$expand=Author,Who`;
    const { json } = await site.call("admin", "GET", path, { headers: minimal });
    const address = `Web/Lists(guid'${list}')/Items(1)`;
    const person = {
      "odata.type": "SP.Data.UserInfoItem",
      "odata.id": expect.stringMatching(/^[0-9a-f-]{36}$/),
      Title: "Officer admin",
    };
    expect(json).toMatchObject({
      "odata.metadata": `${site.api}/$metadata#SP.ListData.To_x0020_doListItems/@Element&$select=Title,Author/Title,Who/Title`,
      "Author@odata.navigationLinkUrl": `${address}/Author`,
      "Who@odata.navigationLinkUrl": `${address}/Who`,
    });
    expect(json).toHaveProperty("Author", person);
    expect(json).toHaveProperty("Who", [person]);
  });

  it("is told of which set an answer is, and where things stand", async () => {
    const ask = async (path: string) => (await site.call("admin", "GET", path)).json;
    expect(await ask(items)).toMatchObject({
      "odata.metadata": `${site.api}/$metadata#SP.ListData.To_x0020_doListItems`,
    });
    expect(await ask("web/lists/getByTitle('To do')/fields/getByTitle('Title')")).toMatchObject({
      "odata.metadata": `${site.api}/$metadata#SP.ApiData.Fields/@Element`,
      "odata.type": "SP.FieldText",
    });
    expect(await ask("web/currentUser")).toMatchObject({
      "odata.id": `${site.api}/Web/GetUserById(${admin})`,
      "odata.editLink": `Web/GetUserById(${admin})`,
    });
  });

  it("finds a subsite, and what is in it, at the subsite's own address", async () => {
    await site.as("admin").web.webs.add("Team", "team");
    const { json } = await site.call("admin", "GET", "web/webs?$expand=Lists");
    const api = `${site.origin}/sites/plan/team/_api`;
    expect(json).toMatchObject({
      value: [
        {
          "odata.id": `${api}/Web`,
          Lists: [{ "odata.id": expect.stringContaining(`${api}/`) }, {}, {}],
        },
      ],
    });
  });
});

describe("a verbose caller", () => {
  it("reads of lists of numbers that they are", async () => {
    const path = `${items}(1)?$select=WhoId`;
    const { json } = await site.call("admin", "GET", path, { headers: verbose });
    expect(json).toMatchObject({
      d: { WhoId: { __metadata: { type: "Collection(Edm.Int32)" }, results: [admin] } },
    });
  });

  it.each(["SP.Data.To_x0020_doListItem", "SP.ListItem"])(
    "adds an item as %s, and is told where it stands",
    async (type) => {
      const { status, headers, json } = await add({ __metadata: { type }, Title: "new" });
      expect(status).toBe(201);
      expect(json).toMatchObject({ d: { __metadata: { uri: headers.get("Location") } } });
    },
  );

  it.each([
    [{ __metadata: { type: "SP.Data.ToDoListItem" } }, "A type named 'SP.Data.ToDoListItem'"],
    [{}, "An entry without a type name was found"],
  ])("is refused an item as %j", async (about, message) => {
    const { status, json } = await add({ ...about, Title: "new" });
    expect(status).toBe(400);
    expect(json).toMatchObject({
      error: { message: { value: expect.stringContaining(message) } },
    });
  });
});

describe("an address", () => {
  it("of a list may go without its first slash", async () => {
    const path = "web/getList('sites/plan/SitePages')?$select=Title";
    expect((await site.call("admin", "GET", path)).json).toMatchObject({ Title: "Site Pages" });
  });

  it("of a hub leads to none, for a site that belongs to none", async () => {
    const { status, json } = await site.call("admin", "GET", "web/hubSiteData(true)");
    expect([status, json]).toEqual([200, expect.objectContaining({ "odata.null": true })]);
  });

  it("of a page leads to its web parts, of which it has none", async () => {
    const ask = async (path: string) => (await site.call("admin", "GET", path)).json;
    expect(await ask(`${webParts("SitePages/Home.aspx")}/Scope`)).toMatchObject({ value: 1 });
    expect(await ask(`${webParts("SitePages/Home.aspx")}/WebParts`)).toMatchObject({ value: [] });
    const { web } = site.as("admin");
    const { files } = web.getFolderByServerRelativePath("SitePages");
    await files.addUsingPath("old.aspx", "<WebPartPages:WebPartZone ID='a' />");
    const own = await site.call("admin", "GET", `${webParts("SitePages/old.aspx")}/WebParts`);
    expect([own.status, own.text]).toEqual([501, expect.stringContaining("old.aspx")]);
  });
});

describe("a kind of list", () => {
  it.each([
    [102, 501, "surveys"],
    [108, 501, "discussion boards"],
    [999, 400, "no list template 999"],
  ])("%i is answered %i, by name", async (BaseTemplate, status, words) => {
    const answer = await site.call("admin", "POST", "web/lists", {
      body: { Title: "Kind", BaseTemplate },
    });
    expect([answer.status, answer.text]).toEqual([status, expect.stringContaining(words)]);
  });
});

describe("ratings and likes", () => {
  it("fill the columns that a list has for them, without a new version", async () => {
    const { web } = site.as("admin");
    await web.lists.add("Rated", "", 100, false, { EnableVersioning: true });
    const rated = web.lists.getByTitle("Rated");
    for (const [name, type] of [
      ["AverageRating", "Number"],
      ["RatingCount", "Number"],
      ["LikesCount", "Number"],
      ["LikedBy", "UserMulti"],
    ])
      await rated.fields.createFieldAsXml(
        `<Field Type='${type}' Name='${name}' DisplayName='${name}' Mult='TRUE' />`,
      );
    await rated.items.add({ Title: "one" });
    await rated.items.getById(1).rate(4);
    await rated.items.getById(1).like();
    const wanted = [
      "AverageRating",
      "RatingCount",
      "LikesCount",
      "LikedById",
      "OData__UIVersionString",
    ];
    expect(await rated.items.getById(1).select(...wanted)()).toMatchObject({
      AverageRating: 4,
      RatingCount: 1,
      LikesCount: 1,
      LikedById: [admin],
      OData__UIVersionString: "1.0",
    });
    await rated.items.getById(1).unlike();
    expect(await rated.items.getById(1).select("LikesCount", "LikedById")()).toMatchObject({
      LikesCount: 0,
      LikedById: null,
    });
  });
});
