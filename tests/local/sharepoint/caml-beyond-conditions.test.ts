import type { IList } from "@pnp/sp/lists/index.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loginOf, startSite, type LocalSite } from "./support/site.ts";

const ref = (name: string, more = "") => `<FieldRef Name='${name}' ${more}/>`;
let site: LocalSite;
let stop: () => Promise<void>;
let orders: IList;

beforeAll(async () => {
  ({ site, stop } = await startSite());
  const { web } = site.as("admin");
  await web.lists.add("Customers");
  const customers = web.lists.getByTitle("Customers");
  await customers.fields.addText("City", {});
  await customers.items.add({ Title: "Zeta", City: "Aden" });
  await customers.items.add({ Title: "Alba", City: "Bern" });
  const { Id } = await customers();
  await web.lists.add("Orders");
  orders = web.lists.getByTitle("Orders");
  await orders.fields.addLookup("Customer", { LookupListId: Id, LookupFieldName: "Title" });
  await orders.fields.addUser("Owner", {});
  await orders.fields.addText("State", {});
  await orders.fields.addDateTime("From", {});
  await orders.fields.addDateTime("Until", {});
  const alpha = await web.ensureUser(loginOf("alpha"));
  const members = await web.siteGroups.getByName("plan Members")();
  await web.siteGroups.getByName("plan Members").users.add(loginOf("alpha"));
  const rows = [
    { Title: "one", CustomerId: 1, State: "open", OwnerId: alpha.Id },
    { Title: "two", CustomerId: 2, State: "done", OwnerId: members.Id },
    { Title: "three", CustomerId: null, State: "open" },
  ];
  const now = Date.now();
  for (const [index, row] of rows.entries())
    await orders.items.add({
      ...row,
      From: new Date(now - 3_600_000).toISOString(),
      Until: new Date(now + (index === 0 ? 3_600_000 : -1_800_000)).toISOString(),
    });
});
afterAll(() => stop());

async function found(query: string, name = "admin"): Promise<string[]> {
  const list = site.as(name).web.lists.getByTitle("Orders");
  const rows = await list.getItemsByCAMLQuery({ ViewXml: `<View>${query}</View>` });
  return rows.map(({ Title }: { Title: string }) => Title);
}
const where = (condition: string) => `<Query><Where>${condition}</Where></Query>`;
const join = (type: string) =>
  `<Joins><Join Type='${type}' ListAlias='customers'><Eq>${ref("Customer", "RefType='Id'")}<FieldRef List='customers' Name='ID'/></Eq></Join></Joins>
   <ProjectedFields><Field Name='Place' Type='Lookup' List='customers' ShowField='City'/></ProjectedFields>`;

const by = async (path: string) =>
  (await orders.items.orderBy(path).select("Title")()).map(({ Title }: { Title: string }) => Title);
const grouped = (collapse: string) =>
  orders.renderListDataAsStream({
    ViewXml: `<View><Query><GroupBy Collapse='${collapse}'>${ref("State")}</GroupBy></Query><ViewFields>${ref("Title")}</ViewFields></View>`,
  });

describe("CAML", () => {
  it("orders by what people and lookups show", async () => {
    expect(await found(`<Query><OrderBy>${ref("Customer")}</OrderBy></Query>`)).toEqual([
      "three",
      "two",
      "one",
    ]);
    expect(await by("Customer/Title")).toEqual(["three", "two", "one"]);
    expect(await by("Customer/City")).toEqual(["three", "one", "two"]);
    expect(await by("CustomerId")).toEqual(["three", "one", "two"]);
    const pages: string[] = [];
    for await (const page of orders.items.orderBy("Owner/Title", false).top(1))
      for (const { Title } of page) pages.push(Title);
    expect(pages).toEqual(["two", "one", "three"]);
  });

  it("orders what a lookup hides from somebody as if it pointed at nothing", async () => {
    const { web } = site.as("admin");
    const hidden = web.lists.getByTitle("Customers").items.getById(2);
    await hidden.breakRoleInheritance(false);
    await web.siteGroups.getByName("plan Visitors").users.add(loginOf("reader"));
    const { items } = site.as("reader").web.lists.getByTitle("Orders");
    const rows = await items.orderBy("Customer/Title").select("Title")();
    expect(rows.map(({ Title }) => Title)).toEqual(["two", "three", "one"]);
    await hidden.resetRoleInheritance();
  });

  it("joins other lists over lookups, and projects their columns", async () => {
    expect(await found(join("LEFT"))).toEqual(["one", "two", "three"]);
    expect(await found(join("INNER"))).toEqual(["one", "two"]);
    const inBern = `<Eq>${ref("Place")}<Value Type='Text'>Bern</Value></Eq>`;
    expect(await found(`${join("LEFT")}${where(inBern)}`)).toEqual(["two"]);
    const { Row } = await orders.renderListDataAsStream({
      ViewXml: `<View>${join("LEFT")}<ViewFields>${ref("Place")}</ViewFields></View>`,
    });
    expect(Row[0]).toMatchObject({ Place: [{ lookupId: 1, lookupValue: "Aden" }] });
  });

  it("knows who is a member of what", async () => {
    const member = (type: string) =>
      where(`<Membership Type='${type}'>${ref("Owner")}</Membership>`);
    const group = (await site.as("admin").web.siteGroups.getByName("plan Members")()).Id;
    expect(await found(member("CurrentUserGroups"), "alpha")).toEqual(["two"]);
    expect(await found(member("CurrentUserGroups"))).toEqual([]);
    expect(
      await found(where(`<Membership Type='SPGroup' ID='${group}'>${ref("Owner")}</Membership>`)),
    ).toEqual(["one"]);
    expect(await found(member("SPWeb.AllUsers"))).toEqual(["one"]);
    expect(await found(member("SPWeb.Groups"))).toEqual(["two"]);
  });

  it.each(["Now", "Today", "Week", "Month", "Year"])("finds what touches %s", async (range) => {
    const overlap = `<DateRangesOverlap>${ref("From")}${ref("Until")}<Value Type='DateTime'><${range}/></Value></DateRangesOverlap>`;
    expect(await found(where(overlap))).toContain("one");
  });

  it("groups rows, or shows groups alone", async () => {
    const { Row } = await grouped("FALSE");
    expect(Row).toMatchObject([
      { Title: "two", "State.newgroup": "1", "State.COUNT.group": "1", "State.groupindex": "1_" },
      { Title: "one", "State.newgroup": "1", "State.COUNT.group": "2", "State.groupindex": "2_" },
      { Title: "three", "State.newgroup": "", "State.groupindex": "2_" },
    ]);
    expect((await grouped("TRUE")).Row).toMatchObject([{ State: "done" }, { State: "open" }]);
  });

  it("refuses a join that goes on from another one, and says so", async () => {
    const further = `<Joins><Join Type='LEFT' ListAlias='b'><Eq>${ref("Customer", "List='a' RefType='Id'")}<FieldRef List='b' Name='ID'/></Eq></Join></Joins>`;
    await expect(found(further)).rejects.toThrow("[501]");
  });
});
