import { FieldUserSelectionMode } from "@pnp/sp/fields/index.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isFields } from "./support/recordings.ts";
import { loginOf, startSite, type LocalSite } from "./support/site.ts";

let site: LocalSite;
let stop: () => Promise<void>;

beforeAll(async () => {
  ({ site, stop } = await startSite());
  const { web } = site.as("admin");
  await web.lists.add("Notes");
  const list = web.lists.getByTitle("Notes");
  await list.fields.addText("Word", { MaxLength: 20 });
  await list.fields.addUser("Who", { SelectionMode: FieldUserSelectionMode.PeopleOnly });
  await list.items.add({ Title: "one", Word: "first" });
});
afterAll(() => stop());

const current = `<StaticProperty Id="3" TypeId="{3747adcd-a3c3-41b9-bfab-4a64dd2f1e0a}" Name="Current" />`;
const web = `<Property Id="5" ParentId="3" Name="Web" />${current}`;
const notes = `<Method Id="9" ParentId="7" Name="GetByTitle"><Parameters><Parameter Type="String">Notes</Parameter></Parameters></Method><Property Id="7" ParentId="5" Name="Lists" />${web}`;

async function ask(actions: string, paths: string, who = "admin") {
  const answer = await fetch(`${site.origin}/sites/plan/_vti_bin/client.svc/ProcessQuery`, {
    method: "POST",
    headers: { Authorization: `Bearer ${who}`, "Content-Type": "text/xml" },
    body: `<Request SchemaVersion="15.0.0.0" LibraryVersion="16.0.0.0" xmlns="http://schemas.microsoft.com/sharepoint/clientquery/2009"><Actions>${actions}</Actions><ObjectPaths>${paths}</ObjectPaths></Request>`,
  });
  const text = await answer.text();
  const json: unknown = JSON.parse(text);
  const told = Array.isArray(json) ? json : [];
  const [head, ...rest] = told;
  return {
    status: answer.status,
    text,
    error: isFields(head) ? head["ErrorInfo"] : undefined,
    rest,
  };
}

const query = (path: number, properties = "") =>
  `<Query Id="8" ObjectPathId="${path}"><Query SelectAllProperties="true"><Properties>${properties}</Properties></Query></Query>`;
const setting = (path: string, name: string, value: string) =>
  `<Method Name="ParseAndSetFieldValue" Id="20" ObjectPathId="${path}"><Parameters><Parameter Type="String">${name}</Parameter><Parameter Type="String">${value}</Parameter></Parameters></Method>`;

async function identityOfItem(): Promise<string> {
  const { rest } = await ask(query(9), notes);
  return `${String(rest[1]?._ObjectIdentity_)}:item:1,1`;
}

describe("the client object model", () => {
  it("reads a web and a list, with ids and dates in its own form", async () => {
    const answer = await ask(`<ObjectPath Id="1" ObjectPathId="9" />${query(9)}`, notes);
    expect(answer.error).toBeNull();
    expect(answer.rest).toMatchObject([
      1,
      { IsNull: false },
      8,
      {
        _ObjectType_: "SP.List",
        _ObjectIdentity_: expect.stringMatching(/:site:[^:]+:web:[^:]+:list:[^:]+$/),
        Title: "Notes",
        Id: expect.stringMatching(/^\/Guid\(.*\)\/$/),
        Created: expect.stringMatching(/^\/Date\(\d+(?:,\d+){6}\)\/$/),
      },
    ]);
    const bag = `<Property Name="AllProperties" SelectAll="true"><Query SelectAllProperties="false"><Properties /></Query></Property>`;
    const properties = await ask(query(5, bag), web);
    expect(properties.rest[1]).toMatchObject({
      AllProperties: { vti_defaultlanguage: "en-us" },
    });
  });

  it("changes a list and a column", async () => {
    const word = `<Method Id="13" ParentId="11" Name="GetByInternalNameOrTitle"><Parameters><Parameter Type="String">Word</Parameter></Parameters></Method><Property Id="11" ParentId="9" Name="Fields" />`;
    const actions = `<SetProperty Id="1" ObjectPathId="9" Name="Description"><Parameter Type="String">Said &amp; done</Parameter></SetProperty><SetProperty Id="2" ObjectPathId="13" Name="Required"><Parameter Type="Boolean">true</Parameter></SetProperty><Method Name="Update" Id="3" ObjectPathId="9" /><Method Name="UpdateAndPushChanges" Id="4" ObjectPathId="13"><Parameters><Parameter Type="Boolean">true</Parameter></Parameters></Method>`;
    const answer = await ask(actions, word + notes);
    expect([answer.error, answer.rest]).toEqual([null, []]);
    const list = site.as("admin").web.lists.getByTitle("Notes");
    expect(await list()).toMatchObject({ Description: "Said & done" });
    expect(await list.fields.getByTitle("Word")()).toMatchObject({ Required: true });
    await list.fields.getByTitle("Word").update({ Required: false });
  });

  it("changes an item, by the system without a version", async () => {
    const { web: rest } = site.as("admin");
    const item = rest.lists.getByTitle("Notes").items.getById(1);
    const path = `<Identity Id="147" Name="${await identityOfItem()}" />`;
    await ask(
      `${setting("147", "Word", "second")}<Method Name="Update" Id="9" ObjectPathId="147" />`,
      path,
    );
    expect(await item()).toMatchObject({ Word: "second", OData__UIVersionString: "2.0" });
    const { Id } = await rest.ensureUser(loginOf("reader"));
    await ask(
      `${setting("147", "Word", "third")}${setting("147", "Who", String(Id))}<Method Name="SystemUpdate" Id="9" ObjectPathId="147" />`,
      path,
    );
    expect(await item()).toMatchObject({
      Word: "third",
      WhoId: Id,
      OData__UIVersionString: "2.0",
    });
    const long = setting("147", "Word", "x".repeat(21));
    const refused = await ask(`${long}<Method Name="Update" Id="9" ObjectPathId="147" />`, path);
    expect(refused.error).toMatchObject({ ErrorMessage: expect.stringContaining("Word") });
  });

  it("makes a content type of the id that is asked for, and drops it", async () => {
    const id = "0x0100FF0B2E33A3718B46A3909298D240FD93";
    const added = `<Property Id="7" ParentId="5" Name="ContentTypes" /><Method Id="9" ParentId="7" Name="Add"><Parameters><Parameter TypeId="{168f3091-4554-4f14-8866-b20d48e45b54}"><Property Name="Group" Type="Null" /><Property Name="Id" Type="String">${id}</Property><Property Name="Name" Type="String">Measure</Property></Parameter></Parameters></Method>`;
    const answer = await ask(
      `<ObjectPath Id="10" ObjectPathId="9" /><ObjectIdentityQuery Id="11" ObjectPathId="9" />`,
      added + web,
    );
    const identity = String(answer.rest[3]?._ObjectIdentity_);
    expect(identity).toContain(`:contenttype:${id}`);
    const types = () => site.call("admin", "GET", `web/contenttypes('${id}')?$select=Name`);
    expect((await types()).json).toMatchObject({ Name: "Measure" });
    await ask(
      `<Method Name="DeleteObject" Id="1" ObjectPathId="2" />`,
      `<Identity Id="2" Name="${identity}" />`,
    );
    expect((await types()).json).toMatchObject({ "odata.null": true });
  });

  it("keeps to everybody's rights", async () => {
    const path = `<Identity Id="147" Name="${await identityOfItem()}" />`;
    const change = `${setting("147", "Word", "mine")}<Method Name="Update" Id="9" ObjectPathId="147" />`;
    const { web: rest } = site.as("admin");
    const visitors = await rest.siteGroups.getByName("plan Visitors")();
    await rest.siteGroups.getById(visitors.Id).users.add(loginOf("reader"));
    const answer = await ask(change, path, "reader");
    expect(answer.error).toMatchObject({ ErrorTypeName: "System.UnauthorizedAccessException" });
  });

  it("says what it does not answer, and what it cannot read", async () => {
    const tenant = await ask(
      `<ObjectPath Id="4" ObjectPathId="3" />`,
      `<Constructor Id="3" TypeId="{268004ae-ef6b-4e9b-8425-127220d84719}" />`,
    );
    expect([tenant.status, tenant.text]).toEqual([501, expect.stringContaining("Constructor")]);
    const unknown = await ask(`<Method Name="Publish" Id="1" ObjectPathId="9" />`, notes);
    expect([unknown.status, unknown.text]).toEqual([501, expect.stringContaining("/Publish")]);
    expect((await ask("<", notes)).status).toBe(400);
    expect((await ask(query(99), notes)).error).not.toBeNull();
  });
});
