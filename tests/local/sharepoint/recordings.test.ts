import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  differences,
  isFields,
  readRecordings,
  recordingsAreHere,
  type Fields,
} from "./support/recordings.ts";
import "@pnp/sp/subscriptions/index.js";
import { withReceiver } from "./support/receiver.ts";
import { startSite, type LocalSite } from "./support/site.ts";

interface Call {
  /** Which recorded answers these are. */
  readonly of: (body: Fields, status: number) => boolean;
  readonly path: string;
  /** Sent with POST where it is given. */
  readonly body?: Fields;
}

const only =
  (...names: readonly string[]) =>
  (body: Fields) =>
    Object.keys(body).toSorted().join() === names.toSorted().join();
const elements = (matches: (body: Fields) => boolean) => (body: Fields) =>
  only("value")(body) &&
  Array.isArray(body["value"]) &&
  body["value"].every((element) => isFields(element) && matches(element));
const isList = (template: number) => (body: Fields) => body["BaseTemplate"] === template;
const isGroup = ({ PrincipalType }: Fields) => PrincipalType === 8;

const libraryPath = "web/lists/getByTitle('Documents')";
const calls: Readonly<Record<string, Call>> = {
  "a web": { of: (body) => "AllowRssFeeds" in body, path: "web" },
  "some of a web with its welcome page": {
    of: only("Id", "WelcomePage"),
    path: "web?$select=Id,WelcomePage",
  },
  "the title of a web": { of: only("Id", "Title"), path: "web?$select=Id,Title" },
  "the search scope of a web": {
    of: only("Id", "SearchScope"),
    path: "web?$select=Id,SearchScope",
  },
  "title and search scope of a web": {
    of: only("Id", "SearchScope", "Title"),
    path: "web?$select=Id,SearchScope,Title",
  },
  "whether master pages may be edited": {
    of: only("Id", "AllowMasterPageEditing"),
    path: "web?$select=Id,AllowMasterPageEditing",
  },
  "the regional settings of a web": {
    of: only("Id", "Url", "RegionalSettings"),
    path: "web?$select=Id,Url,RegionalSettings/*,RegionalSettings/TimeZone/*&$expand=RegionalSettings,RegionalSettings/TimeZone",
  },
  "the group of a site": { of: only("Id", "GroupId"), path: "site?$select=Id,GroupId" },
  "a list that was added": {
    of: (body, status) => status === 201 && isList(100)(body),
    path: "web/lists",
    body: { Title: "Added", BaseTemplate: 100 },
  },
  "a library that was added": {
    of: (body, status) => status === 201 && isList(101)(body),
    path: "web/lists",
    body: { Title: "Added too", BaseTemplate: 101 },
  },
  "a library": { of: (body, status) => status === 200 && isList(101)(body), path: libraryPath },
  "the lists that a filter finds": {
    of: elements(isList(100)),
    path: "web/lists?$filter=Title eq 'Actions'",
  },
  "the libraries that a filter finds": {
    of: elements(isList(101)),
    path: "web/lists?$filter=Title eq 'Documents'",
  },
  "the root folder of a list": {
    of: only("Id", "RootFolder"),
    path: `${libraryPath}?$select=Id,RootFolder/*&$expand=RootFolder`,
  },
  "the folders of a library": {
    of: elements((folder) => "WelcomePage" in folder),
    path: `${libraryPath}/rootFolder/folders?$filter=Name eq 'Inside'`,
  },
  "a list that is not there": {
    of: (body, status) => status === 404 && "odata.error" in body,
    path: "web/lists/getByTitle('Nonexisting')",
  },
  "a group that was added": {
    of: (body, status) => status === 201 && isGroup(body),
    path: "web/siteGroups",
    body: { Title: "Added" },
  },
  "the groups of a site": {
    of: only("Id", "SiteGroups"),
    path: "web?$select=Id,SiteGroups/*&$expand=SiteGroups",
  },
  "the users of a site": {
    of: only("Id", "SiteUsers"),
    path: "web?$select=Id,SiteUsers/*&$expand=SiteUsers",
  },
  "a user": { of: ({ PrincipalType }) => PrincipalType === 1, path: "web/currentUser" },
  "the current user": {
    of: (body) => only("Id", "CurrentUser")(body) && "LoginName" in Object(body["CurrentUser"]),
    path: "web?$select=Id,CurrentUser/*&$expand=CurrentUser",
  },
  "the current user's groups": {
    of: (body) => only("Id", "CurrentUser")(body) && "Groups" in Object(body["CurrentUser"]),
    path: "web?$select=Id,CurrentUser/Id,CurrentUser/Groups/*&$expand=CurrentUser,CurrentUser/Groups",
  },
  "a permission level that was added": {
    of: (body, status) => status === 201 && "RoleTypeKind" in body,
    path: "web/roleDefinitions",
    body: { Name: "Added", Description: "", Order: 5, BasePermissions: { High: "0", Low: "1" } },
  },
  "the permission levels of a web": {
    of: only("Id", "RoleDefinitions"),
    path: "web?$select=Id,RoleDefinitions/*&$expand=RoleDefinitions",
  },
  "the role assignments of a web": {
    of: only("Id", "RoleAssignments"),
    path: "web?$select=Id,RoleAssignments/PrincipalId&$expand=RoleAssignments",
  },
  "a view that was added": {
    of: (body) => "ListViewXml" in body,
    path: `${libraryPath}/views/add`,
    body: { parameters: { Title: "Added", RowLimit: 3, PersonalView: false } },
  },
  "the subscriptions of a list": {
    of: only("Id", "Subscriptions"),
    path: `${libraryPath}?$select=Id,Subscriptions/*&$expand=Subscriptions`,
  },
};

/** The first of many, as verbose callers get them. */
function firstOfVerbose(body: unknown): Fields[] {
  const inside = isFields(body) ? body["d"] : undefined;
  const results = isFields(inside) ? inside["results"] : undefined;
  return Array.isArray(results) && isFields(results[0]) ? [results[0]] : [];
}

const linksOf = (item: Fields = {}) =>
  Object.fromEntries(
    Object.entries(item).filter(([, value]) => isFields(value) && "__deferred" in value),
  );
const shared = (item: Fields = {}, other: Fields = {}) =>
  Object.fromEntries(Object.entries(item).filter(([name]) => Object.hasOwn(other, name)));

/** Answers of Microsoft Graph, and of parts of SharePoint that this service leaves out. */
const elsewhere = (body: Fields, test: string) =>
  "responses" in body || "error" in body || test.includes("Graph");

/** Recordings of several years differ in a key or two; an answer has the shape of one of them. */
describe.skipIf(!recordingsAreHere)("the shape of", () => {
  const recordings = recordingsAreHere ? readRecordings() : [];
  let site: LocalSite;
  let stop: () => Promise<void>;

  beforeAll(async () => {
    ({ site, stop } = await startSite());
    const { web } = site.as("admin");
    await web.lists.add("Actions");
    await web.lists.getByTitle("Documents").rootFolder.folders.addUsingPath("Inside");
    const owners = web.siteGroups.getByName("plan Owners");
    await owners.users.add((await web.currentUser()).LoginName);
    await web.lists.getByTitle("Actions").items.add({ Title: "one" });
    await withReceiver(async ({ url }) => {
      const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
      await web.lists.getByTitle("Documents").subscriptions.add(url, tomorrow, "state");
    });
  });
  afterAll(() => stop());

  it.each(Object.entries(calls))("%s is what a tenant answered", async (_, call) => {
    const recorded = recordings.filter(
      ({ body, status }) => isFields(body) && call.of(body, status),
    );
    expect(recorded.length).toBeGreaterThan(0);
    const answer = await site.call("admin", call.body ? "POST" : "GET", call.path, {
      headers: { Accept: "application/json;odata=nometadata" },
      ...(call.body ? { body: call.body } : {}),
    });
    expect(recorded.map(({ status }) => status)).toContain(answer.status);
    const found = recorded.map(({ body }) => differences(body, answer.json));
    const [least] = found.toSorted((one, other) => one.length - other.length);
    expect(least).toEqual([]);
  });

  it("an item for verbose callers is what a tenant answered: metadata, links, and what both have", async () => {
    const [recorded] = recordings.flatMap(({ body }) => firstOfVerbose(body));
    const answer = await site.call("admin", "GET", "web/lists/getByTitle('Actions')/items", {
      headers: { Accept: "application/json;odata=verbose" },
    });
    const [ours] = firstOfVerbose(answer.json);
    expect(differences(linksOf(recorded), linksOf(ours))).toEqual([]);
    expect(Object.keys(shared(ours, recorded)).length).toBeGreaterThan(25);
    expect(differences(shared(recorded, ours), shared(ours, recorded))).toEqual([]);
  });

  it("every recorded answer has a call of ours beside it", () => {
    const left = recordings.filter(
      ({ body, status, test }) =>
        isFields(body) &&
        !elsewhere(body, test) &&
        firstOfVerbose(body).length === 0 &&
        !Object.values(calls).some(({ of }) => of(body, status)),
    );
    expect(left.map(({ test }) => test)).toEqual([]);
  });
});
