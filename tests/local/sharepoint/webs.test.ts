import "@pnp/sp/recycle-bin/index.js";
import "@pnp/sp/regional-settings/index.js";
import "@pnp/sp/sites/index.js";
import "@pnp/sp/subscriptions/index.js";
import { Web } from "@pnp/sp/webs/index.js";
import { describe, expect, it } from "vitest";
import { loginOf, withSite, type LocalSite } from "./support/site.ts";

async function makeSub(site: LocalSite, leaf = "team") {
  await site.as("admin").web.webs.add(`The ${leaf}`, leaf, "Words");
  return subweb(site, "admin", leaf);
}

function subweb(site: LocalSite, name: string, leaf = "team") {
  return Web([site.as(name).web, `${site.origin}/sites/plan/${leaf}`]);
}

describe("subsites", () => {
  it("are added, listed, renamed and deleted", () =>
    withSite(async (site) => {
      const { web } = site.as("admin");
      const added = await web.webs.add("The team", "team", "Words");
      expect(added).toMatchObject({ Title: "The team", ServerRelativeUrl: "/sites/plan/team" });
      await expect(web.webs.add("Again", "team")).rejects.toThrow("already in use");
      expect(await web.webinfos.select("Title", "ServerRelativeUrl")()).toMatchObject([
        { Title: "The team", ServerRelativeUrl: "/sites/plan/team" },
      ]);
      const sub = subweb(site, "admin");
      await sub.update({ Title: "Another" });
      expect(await web.webs.select("Title", "Description")()).toMatchObject([
        { Title: "Another", Description: "Words" },
      ]);
      expect(await sub.expand("ParentWeb")()).toMatchObject({
        Url: `${site.origin}/sites/plan/team`,
        ParentWeb: { ServerRelativeUrl: "/sites/plan" },
      });
      expect(await web.select("Title")()).toMatchObject({ Title: "plan" });
      await sub.delete();
      await expect(sub()).rejects.toThrow("[404]");
      expect(await web.webs()).toEqual([]);
    }));

  it("have lists and files of their own, under the same titles", () =>
    withSite(async (site) => {
      const { web } = site.as("admin");
      const sub = await makeSub(site);
      await web.lists.add("Actions");
      await sub.lists.add("Actions");
      await sub.lists.getByTitle("Actions").items.add({ Title: "below" });
      expect(await web.lists.getByTitle("Actions").items()).toEqual([]);
      expect(
        await sub.lists.getByTitle("Actions").items.select("Title", "FileRef")(),
      ).toMatchObject([{ Title: "below", FileRef: "/sites/plan/team/Lists/Actions/1_.000" }]);
      const folder = sub.getFolderByServerRelativePath("/sites/plan/team/Shared Documents");
      await folder.files.addUsingPath("a.txt", "x");
      const file = sub.getFileByServerRelativePath("/sites/plan/team/Shared Documents/a.txt");
      await file.moveByPath("/sites/plan/Shared Documents/b.txt", false);
      expect(
        await web.getFileByServerRelativePath("/sites/plan/Shared Documents/b.txt").getText(),
      ).toBe("x");
    }));

  it("leave nothing behind where adding one fails at the last", () =>
    withSite(async (site) => {
      const parameters = { Title: "x", Url: "first" };
      const failed = await site.call("admin", "POST", "web/webs/add?$select=Nope", {
        body: { parameters },
      });
      expect(failed.status).toBe(400);
      const sub = await makeSub(site, "second");
      expect(await sub.select("Url")()).toMatchObject({ Url: `${site.origin}/sites/plan/second` });
      await expect(subweb(site, "admin", "first")()).rejects.toThrow("[404]");
    }));

  it("have people, levels and permissions of the site", () =>
    withSite(async (site) => {
      const sub = await makeSub(site);
      await sub.siteGroups.getByName("plan Visitors").users.add(loginOf("reader"));
      expect(await subweb(site, "reader").lists.select("Title")()).toMatchObject([
        { Title: "Documents" },
        { Title: "Site Assets" },
        { Title: "Site Pages" },
      ]);
      await expect(subweb(site, "reader").lists.add("Own")).rejects.toThrow("[403]");
      await expect(subweb(site, "reader").webs.add("Own", "own")).rejects.toThrow("[403]");
      await expect(subweb(site, "outsider")()).rejects.toThrow("[403]");
      await expect(subweb(site, "reader", "nowhere")()).rejects.toThrow("[404]");
    }));

  it("answer in a batch, and put what is recycled into a bin of their own", () =>
    withSite(async (site) => {
      const sub = await makeSub(site);
      await sub.lists.add("Actions");
      const [batched, execute] = site.as("admin").batched();
      const titles = Promise.all([
        batched.web.select("Title")(),
        Web([batched.web, `${site.origin}/sites/plan/team`]).lists.select("Title")(),
      ]);
      await execute();
      expect(await titles).toMatchObject([
        { Title: "plan" },
        [
          { Title: "Actions" },
          { Title: "Documents" },
          { Title: "Site Assets" },
          { Title: "Site Pages" },
        ],
      ]);
      await sub.lists.getByTitle("Actions").recycle();
      expect(await site.as("admin").web.recycleBin()).toEqual([]);
      const [entry] = await site.as("admin").site.recycleBin<{ Id: string }[]>();
      await site
        .as("admin")
        .site.recycleBin.getById(entry?.Id ?? "")
        .restore();
      expect(await sub.lists.getByTitle("Actions").select("Title")()).toMatchObject({
        Title: "Actions",
      });
    }));
});

describe("the site", () => {
  it("opens its root and its other webs", () =>
    withSite(async (site) => {
      const sub = await makeSub(site);
      const { Id: id } = await sub.select("Id")();
      const opened = await site.as("admin").site.openWebById(id);
      expect(opened.data).toMatchObject({ Title: "The team" });
      expect(await site.as("admin").site.rootWeb.select("Title")()).toMatchObject({
        Title: "plan",
      });
      expect(await site.as("admin").site.expand("Owner")()).toMatchObject({
        Url: `${site.origin}/sites/plan`,
        Owner: { IsSiteAdmin: true },
      });
    }));

  it("tells which web a page lies in, which libraries a web has, and whether a site is there", () =>
    withSite(async (site) => {
      await makeSub(site);
      const { site: collection } = site.as("admin");
      const below = `${site.origin}/sites/plan/team`;
      expect(await collection.getWebUrlFromPageUrl(`${below}/Lists/Actions/x.aspx`)).toBe(below);
      expect(await collection.getDocumentLibraries(below)).toMatchObject([
        { Title: "Documents", ServerRelativeUrl: "/sites/plan/team/Shared Documents" },
        { Title: "Site Assets" },
        { Title: "Site Pages" },
      ]);
      expect(await collection.exists(`${site.origin}/sites/plan`)).toBe(true);
      expect(await collection.exists(`${site.origin}/sites/other`)).toBe(false);
      const added = await site.as("admin").web.siteUsers.add(loginOf("alpha"));
      expect(await added()).toMatchObject({ Title: "Officer alpha" });
    }));

  it("names the groups of its owners, members and visitors", () =>
    withSite(async (site) => {
      const { web } = site.as("admin");
      expect(await web.associatedOwnerGroup()).toMatchObject({ Title: "plan Owners" });
      expect(await web.associatedVisitorGroup.users()).toEqual([]);
      expect(await web.expand("AssociatedMemberGroup")()).toMatchObject({
        AssociatedMemberGroup: { Title: "plan Members" },
      });
      const reader = await web.ensureUser(loginOf("reader"));
      await web.siteGroups.getByName("plan Members").users.add(loginOf("reader"));
      await web.siteGroups.getByName("plan Visitors").setUserAsOwner(reader.Id);
      await site.as("reader").web.associatedVisitorGroup.users.add(loginOf("beta"));
      expect(await web.associatedVisitorGroup.users()).toMatchObject([{ Title: "Officer beta" }]);
    }));

  it("tells its language, formats and zone", () =>
    withSite(async (site) => {
      const { regionalSettings } = site.as("admin").web;
      expect(await regionalSettings()).toMatchObject({ LocaleId: 1033, Time24: false });
      expect(await regionalSettings.timeZone()).toMatchObject({ Id: 93 });
      expect((await regionalSettings.timeZones()).length).toBeGreaterThan(5);
      expect(await regionalSettings.timeZone.localTimeToUTC("2026-07-01T12:00:00")).toContain(
        "2026-07-01T12:00:00",
      );
      expect(await regionalSettings.getInstalledLanguages()).toMatchObject([{ Lcid: 1033 }]);
      expect(await site.as("admin").web.allProperties()).toHaveProperty(
        "vti_x005f_defaultlanguage",
      );
    }));
});
