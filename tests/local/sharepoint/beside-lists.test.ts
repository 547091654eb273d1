import "@pnp/sp/comments/index.js";
import "@pnp/sp/features/index.js";
import "@pnp/sp/navigation/index.js";
import { SharingLinkKind } from "@pnp/sp/sharing/index.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startSite, type LocalSite } from "./support/site.ts";

let site: LocalSite;
let stop: () => Promise<void>;

beforeAll(async () => {
  ({ site, stop } = await startSite());
  await site.as("admin").web.lists.add("Notes");
  await site.as("admin").web.lists.getByTitle("Notes").items.add({ Title: "one" });
});
afterAll(() => stop());

const post = (path: string, body?: object, who = "admin") =>
  site.call(who, "POST", path, body ? { body } : {});

describe("navigation", () => {
  it("has its first links, takes more, moves, changes and drops them", async () => {
    const { quicklaunch } = site.as("admin").web.navigation;
    const titles = async () => (await quicklaunch()).map(({ Title }) => Title);
    expect(await titles()).toEqual(["Home", "Documents", "Pages", "Site contents"]);
    const first = await quicklaunch.add("First", "/sites/plan/a", true);
    const second = await quicklaunch.add("Second", "https://x.example", true);
    await quicklaunch.moveAfter(first.Id, second.Id);
    expect((await titles()).slice(-2)).toEqual(["Second", "First"]);
    await quicklaunch.getById(first.Id).update({ Title: "Last" });
    await quicklaunch.getById(first.Id).children.add("Below", "/sites/plan/b", true);
    expect(await quicklaunch.getById(first.Id).children()).toMatchObject([{ Title: "Below" }]);
    await quicklaunch.getById(second.Id).delete();
    expect((await titles()).at(-1)).toBe("Last");
    expect(await site.as("admin").web.navigation.topNavigationBar()).toEqual([]);
  });

  it("is told as menus show it, node by node", async () => {
    const { navigation } = site.as("admin");
    const menu = await navigation.getMenuState();
    expect(menu).toMatchObject({ StartingNodeKey: "1025", SPWebPrefix: "/sites/plan" });
    const [, documents] = menu.Nodes;
    const below = await navigation.getMenuState(documents?.Key ?? "");
    expect(below).toMatchObject({ StartingNodeTitle: "Documents", Nodes: [] });
    expect(await navigation.getMenuNodeKey(documents?.SimpleUrl ?? "")).toBe(documents?.Key);
    await expect(navigation.getMenuNodeKey("/nowhere.aspx")).rejects.toThrow(/No link/);
    const top = await navigation.getMenuState(undefined, 3, "GlobalNavSiteMapProvider");
    expect(top.Nodes).toEqual([]);
  });

  it("is changed by nobody but those who manage the web", async () => {
    const path = "web/navigation/quicklaunch";
    expect((await post(path, { Title: "Mine", Url: "/x" }, "outsider")).status).toBe(403);
  });
});

describe("features", () => {
  it("are switched on and off, once each", async () => {
    const { features } = site.as("admin").web;
    const id = "87294c72-f260-42f3-a41b-981a2ffce37a";
    expect(await features.getById(id)()).toMatchObject({ "odata.null": true });
    await features.add(id);
    expect(await features.getById(id)()).toMatchObject({ DefinitionId: id });
    await expect(features.add(id)).rejects.toThrow(/already activated/);
    await features.add(id, true);
    await features.remove(id);
    await expect(features.remove(id, true)).rejects.toThrow(/not activated/);
    expect(await features()).toEqual([]);
  });
});

describe("links to an item", () => {
  it("are made once of each kind, told, and taken back", async () => {
    const item = site.as("admin").web.lists.getByTitle("Notes").items.getById(1);
    const path = "web/lists/getByTitle('Notes')/items(1)";
    const linked = async (kind: SharingLinkKind) => (await item.getShareLink(kind)).sharingLinkInfo;
    const view = await linked(SharingLinkKind.OrganizationView);
    expect(view).toMatchObject({ IsEditLink: false, AllowsAnonymousAccess: false, IsActive: true });
    expect((await linked(SharingLinkKind.OrganizationView)).Url).toBe(view.Url);
    expect(await linked(SharingLinkKind.AnonymousEdit)).toMatchObject({
      IsEditLink: true,
      AllowsAnonymousAccess: true,
    });
    expect(await item.select("HasUniqueRoleAssignments")()).toMatchObject({
      HasUniqueRoleAssignments: true,
    });
    const links = async () =>
      (await post(`${path}/getSharingInformation`)).text.split('"ShareId"').length - 1;
    expect(await links()).toBe(2);
    await item.deleteSharingLinkByKind(SharingLinkKind.AnonymousEdit);
    expect(await links()).toBe(1);
    const unknown = { request: { createLink: true, settings: { linkKind: 77 } } };
    expect((await post(`${path}/shareLink`, unknown)).status).toBe(400);
    expect((await post(`${path}/shareLink`, unknown, "outsider")).status).toBe(403);
  });
});

describe("an item", () => {
  const path = "web/lists/getByTitle('Notes')/items(1)";

  it("is closed to comments, and opened again", async () => {
    const item = site.as("admin").web.lists.getByTitle("Notes").items.getById(1);
    const closed = () => item.select("CommentsDisabled", "CommentsDisabledScope")();
    expect(await closed()).toMatchObject({ CommentsDisabled: false, CommentsDisabledScope: 0 });
    await post(`${path}/setCommentsDisabled`, { value: true });
    expect(await closed()).toMatchObject({ CommentsDisabled: true, CommentsDisabledScope: 1 });
    await expect(item.comments.add("late")).rejects.toThrow(/turned off/);
    await post(`${path}/setCommentsDisabled`, { value: false });
    await item.comments.add("in time");
    expect(await item.comments()).toHaveLength(1);
  });

  it("tells its properties", async () => {
    const bag = await site.call("admin", "GET", `${path}/properties`);
    expect(bag.json).toMatchObject({ vti_x005f_etag: expect.stringContaining(",") });
    const list = await site.call("admin", "GET", `${path}?$select=Id&$expand=Properties`);
    expect(list.json).toMatchObject({ Properties: { vti_x005f_timecreated: expect.any(String) } });
  });

  it("is added empty, or as a folder, by AddItem", async () => {
    const { web } = site.as("admin");
    await web.lists.add("Places", "", 100, false, { EnableFolderCreation: true });
    const list = "web/lists/getByTitle('Places')";
    const folder = { FolderPath: { DecodedUrl: "" }, LeafName: { DecodedUrl: "Deep" } };
    const made = await post(`${list}/addItemUsingPath`, {
      parameters: { ...folder, UnderlyingObjectType: 1 },
    });
    expect(made.json).toMatchObject({ FileSystemObjectType: 1 });
    const parameters = { FolderUrl: "/sites/plan/Lists/Places/Deep", UnderlyingObjectType: 0 };
    expect((await post(`${list}/addItem`, { parameters })).status).toBe(200);
    const [, inside] = await web.lists.getByTitle("Places").items.select("FileDirRef")();
    expect(inside).toMatchObject({ FileDirRef: "/sites/plan/Lists/Places/Deep" });
  });
});

describe("a method that does something", () => {
  it("is not answered where it is asked as if it only read", async () => {
    const answer = await site.call("admin", "GET", "web/lists/getByTitle('Notes')/recycle");
    expect(answer.status).toBe(405);
    expect(answer.text).toContain("The HTTP method 'GET' cannot be used");
    expect((await site.call("admin", "GET", "web/lists/getByTitle('Notes')")).status).toBe(200);
  });
});
