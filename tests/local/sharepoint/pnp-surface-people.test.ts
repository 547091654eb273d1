import { PermissionKind } from "@pnp/sp/security/index.js";
import { SharingLinkKind, SharingRole } from "@pnp/sp/sharing/index.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fresh, startSurface, type Surface } from "./support/pnp.ts";
import { withReceiver } from "./support/receiver.ts";
import { loginOf } from "./support/site.ts";

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

describe.each(["root", "subsite"] as const)("PnPjs on people and permissions of a %s", (where) => {
  let on: Surface;
  beforeAll(async () => {
    on = await startSurface(where);
  });
  afterAll(() => on.stop());

  it("knows users by id, address and login, and changes them", async () => {
    const { web } = on;
    const me = await web.currentUser();
    expect(await web.ensureUser(me.LoginName)).toMatchObject({ Id: me.Id });
    expect(await web.getUserById(me.Id)()).toMatchObject({ Title: me.Title });
    expect(await web.siteUsers.getById(me.Id)()).toMatchObject({ Id: me.Id });
    expect(await web.siteUsers.getByEmail(me.Email)()).toMatchObject({ Id: me.Id });
    expect(await web.siteUsers.getByLoginName(me.LoginName)()).toMatchObject({ Id: me.Id });
    expect(await web.currentUser.groups()).toEqual([]);
    await web.currentUser.update({ ...me, Title: "Changed" });
    expect(await web.currentUser()).toMatchObject({ Title: "Changed" });
    expect((await web.siteUsers())[0]).toHaveProperty("UserPrincipalName");
  });

  it("lists people as items, and lets nobody change them there", async () => {
    const people = await on.web.siteUserInfoList<{ Id: string; Hidden: boolean }>();
    expect(people).toMatchObject({ Title: "User Information List", Hidden: true });
    const list = on.sp.web.lists.getById(people.Id);
    const found = await list.items.filter(`Name eq '${loginOf("admin")}'`).select("Id", "EMail")();
    expect(found).toMatchObject([{ EMail: "admin@marlshire.example" }]);
    const refusal = /kept by the site/;
    await expect(list.items.add({ Title: "x" })).rejects.toThrow(refusal);
    await expect(list.items.getById(1).update({ Title: "x" })).rejects.toThrow(refusal);
    await expect(list.items.getById(1).delete()).rejects.toThrow(refusal);
    await expect(list.fields.addText("x")).rejects.toThrow(refusal);
    await expect(list.recycle()).rejects.toThrow(refusal);
    await expect(list.breakRoleInheritance()).rejects.toThrow(refusal);
    expect(await (await on.sp.web.getCatalog(112)).select("Title")()).toMatchObject({
      Title: "User Information List",
    });
    await expect(on.web.getCatalog(113)).rejects.toThrow("[501]");
  });

  it("makes groups, fills them, and gives them owners", async () => {
    const { siteGroups } = on.web;
    const Title = fresh("Group");
    const { Id } = await siteGroups.add({ Title });
    const user = await on.web.ensureUser(loginOf("alpha"));
    await siteGroups.getById(Id).users.add(loginOf("alpha"));
    expect(await siteGroups.getById(Id).users()).toMatchObject([{ Id: user.Id }]);
    await siteGroups.getById(Id).users.removeById(user.Id);
    await siteGroups.getByName(Title).update({ Title: `${Title} changed` });
    await siteGroups.getById(Id).setUserAsOwner(user.Id);
    expect(await siteGroups.getById(Id).select("OwnerTitle")()).toMatchObject({
      OwnerTitle: "Officer alpha",
    });
    await siteGroups.removeById(Id);
    const other = await siteGroups.add({ Title });
    await siteGroups.removeByLoginName(other.LoginName);
    await expect(siteGroups.getByName(Title)()).rejects.toThrow("[404]");
  });

  it("asks and changes rights on lists, and makes levels", async () => {
    const { web } = on;
    const { list } = await web.lists.ensure(fresh("Secured"));
    const login = loginOf("beta");
    const beta = await web.ensureUser(login);
    expect(await list.userHasPermissions(login, PermissionKind.AddListItems)).toBe(false);
    expect(await list.currentUserHasPermissions(PermissionKind.ManageLists)).toBe(true);
    expect(await list.firstUniqueAncestorSecurableObject()).toHaveProperty("Url");
    await list.breakRoleInheritance(true, true);
    const level = fresh("Level");
    const definition = on.sp.web.roleDefinitions;
    const { data } = await definition.add(level, "", 1000, { Low: 3, High: 0 });
    const { Id } = data;
    await list.roleAssignments.add(beta.Id, Id);
    expect(await list.userHasPermissions(login, PermissionKind.AddListItems)).toBe(true);
    await definition.getByName(level).update({ BasePermissions: { Low: 1, High: 0 } });
    expect(await list.userHasPermissions(login, PermissionKind.AddListItems)).toBe(false);
    expect(await list.roleAssignments.getById(beta.Id).bindings()).toMatchObject([{ Name: level }]);
    await list.roleAssignments.remove(beta.Id, Id);
    await list.resetRoleInheritance();
    await definition.getById(Id).delete();
    expect(await definition.getByType(5)()).toMatchObject({ Name: "Full Control" });
  });

  it("shares a folder with people by a level on it, and takes it back", async () => {
    const { folders } = on.web.rootFolder.folders.getByUrl("SiteAssets");
    const name = fresh("shared");
    await folders.addUsingPath(name);
    const folder = folders.getByUrl(name);
    const login = loginOf("reader");
    const access = () => folder.checkSharingPermissions([{ alias: login }]);
    expect(await access()).toMatchObject([{ hasAccess: false, role: SharingRole.None }]);
    expect(await folder.shareWith(login, SharingRole.View)).toMatchObject({ StatusCode: 0 });
    expect(await access()).toMatchObject([{ hasAccess: true, role: SharingRole.View }]);
    expect(await folder.getSharingInformation()).toMatchObject({ hasUniquePermissions: true });
    expect(await folder.getObjectSharingSettings()).toMatchObject({ HasEditRole: true });
    await folder.unshareLink(SharingLinkKind.OrganizationView);
    await folder.deleteSharingLinkByKind(SharingLinkKind.OrganizationView);
    await folder.unshare();
    expect(await access()).toMatchObject([{ hasAccess: false }]);
    const { sharingLinkInfo } = await folder.getShareLink(SharingLinkKind.OrganizationView);
    expect(sharingLinkInfo.Url).toMatch(/^http/);
  });

  it("adds, renews and ends webhooks", () =>
    withReceiver(async ({ url }) => {
      const { subscriptions } = on.web.lists.getByTitle("Documents");
      const { id } = await subscriptions.add(url, inDays(120), "ours");
      expect(await subscriptions.getById(id)()).toMatchObject({ clientState: "ours" });
      await subscriptions.getById(id).update(inDays(150), url, "ours still");
      expect(await subscriptions()).toMatchObject([{ clientState: "ours still" }]);
      await subscriptions.getById(id).delete();
      expect(await subscriptions()).toEqual([]);
    }));
});

describe("a subsite with permissions of its own", () => {
  it("shows its lists to those alone who were let in, and follows the site again", async () => {
    const { site, web, stop } = await startSurface("subsite");
    try {
      const root = site.as("admin").web;
      await root.siteGroups.getByName("plan Visitors").users.add(loginOf("reader"));
      const path = "../team/_api/web";
      const asReader = () => site.call("reader", "GET", `${path}/lists?$select=Title`);
      expect((await asReader()).status).toBe(403);
      expect(await site.as("reader").web.webinfos()).toEqual([]);
      await web.createDefaultAssociatedGroups("Team", loginOf("alpha"));
      expect(await web.associatedOwnerGroup.users()).toMatchObject([{ Title: "Officer alpha" }]);
      expect(await root.associatedOwnerGroup()).toMatchObject({ Title: "plan Owners" });
      await web.associatedVisitorGroup.users.add(loginOf("reader"));
      expect((await asReader()).json).toHaveProperty("value.0.Title", "Documents");
      await web.defaultDocumentLibrary.rootFolder.files.addUsingPath("a.txt", "x");
      await web.resetRoleInheritance();
      expect(await web.select("HasUniqueRoleAssignments")()).toMatchObject({
        HasUniqueRoleAssignments: false,
      });
      expect((await asReader()).status).toBe(200);
      await web.breakRoleInheritance(false);
      expect((await asReader()).status).toBe(403);
      const outsider = await web.ensureUser(loginOf("outsider"));
      const read = await root.roleDefinitions.getByName("Read")();
      await web.roleAssignments.add(outsider.Id, read.Id);
      const items = `${path}/lists/getByTitle('Documents')/items(1)?$select=FileLeafRef`;
      const asOutsider = await site.call("outsider", "GET", items);
      expect(asOutsider.json).toHaveProperty("FileLeafRef", "a.txt");
      await web.lists.getByTitle("Documents").breakRoleInheritance(false);
      expect((await site.call("outsider", "GET", items)).status).toBe(404);
    } finally {
      await stop();
    }
  });

  it("lets everybody in who is anybody, where everyone is let in", async () => {
    const { site, web, stop } = await startSurface("root");
    try {
      expect((await site.call("outsider", "GET", "web")).status).toBe(403);
      const everyone = await web.ensureUser("Everyone except external users");
      expect(everyone).toMatchObject({ PrincipalType: 4 });
      await web.siteGroups.getByName("plan Visitors").users.add(everyone.LoginName);
      expect((await site.call("outsider", "GET", "web/lists")).status).toBe(200);
      expect((await site.call("outsider", "POST", "web/lists", { body: {} })).status).toBe(403);
    } finally {
      await stop();
    }
  });
});
