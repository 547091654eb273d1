import { CheckinType } from "@pnp/sp/files/index.js";
import { describe, expect, it } from "vitest";
import { fileAt, library, makeLibrary, put } from "./support/library.ts";
import { loginOf, withSite, type LocalSite } from "./support/site.ts";

const path = `${library}/a.txt`;

async function withVersions(site: LocalSite, ...contents: readonly string[]) {
  await makeLibrary(site);
  for (const content of contents) await put(site, path, content);
  return fileAt(site, path);
}

async function contributors(site: LocalSite, ...names: readonly string[]) {
  const { web } = site.as("admin");
  for (const name of names) await web.siteGroups.getByName("plan Members").users.add(loginOf(name));
}

describe("versions of files", () => {
  it("are listed without the newest, each with its bytes", () =>
    withSite(async (site) => {
      const file = await withVersions(site, "one", "two!", "three");
      const versions = await file.versions.expand("CreatedBy")();
      expect(versions).toMatchObject([
        { ID: 512, VersionLabel: "1.0", Size: 3, IsCurrentVersion: false, CheckInComment: "" },
        { ID: 1024, VersionLabel: "2.0", Size: 4, CreatedBy: { Title: "Officer admin" } },
      ]);
      expect(versions[0]?.Url).toBe("_vti_history/512/Evidence/a.txt");
      expect(await file.versions.getById(512).getText()).toBe("one");
      expect(Buffer.from(await file.versions.getById(1024).getBuffer()).toString()).toBe("two!");
    }));

  it("come back as the newest, and go one by one or all at once", () =>
    withSite(async (site) => {
      const file = await withVersions(site, "one", "two", "three");
      await file.versions.restoreByLabel("1.0");
      expect(await file.getText()).toBe("one");
      expect(await file.select("UIVersionLabel")()).toMatchObject({ UIVersionLabel: "4.0" });
      await file.versions.deleteById(512);
      await file.versions.deleteByLabel("2.0");
      expect((await file.versions()).map(({ VersionLabel }) => VersionLabel)).toEqual(["3.0"]);
      expect(await file.getText()).toBe("one");
      await file.versions.deleteAll();
      expect(await file.versions()).toEqual([]);
      await expect(file.versions.getById(512)()).rejects.toThrow("[404]");
    }));

  it("share bytes while only columns change, and lose none of them", () =>
    withSite(async (site) => {
      const file = await withVersions(site, "one");
      await (await file.getItem()).update({ Title: "t" });
      await file.versions.deleteById(512);
      expect(await file.getText()).toBe("one");
    }));

  it("are seen, restored and deleted with the rights for it", () =>
    withSite(async (site) => {
      await withVersions(site, "one", "two");
      await site.as("admin").web.siteGroups.getByName("plan Visitors").users.add(loginOf("reader"));
      const file = fileAt(site, path, "reader");
      expect(await file.getText()).toBe("two");
      await expect(file.versions.restoreByLabel("1.0")).rejects.toThrow("[403]");
      await expect(file.versions.deleteById(512)).rejects.toThrow("[403]");
    }));
});

describe("files checked out", () => {
  it("are written by one person alone, and become one version when they come back", () =>
    withSite(async (site) => {
      await withVersions(site, "one");
      await contributors(site, "alpha", "beta");
      const own = fileAt(site, path, "alpha");
      await own.checkout();
      await expect(fileAt(site, path, "beta").setContent("stolen")).rejects.toThrow("[423]");
      await expect(fileAt(site, path, "beta").delete()).rejects.toThrow("[423]");
      await own.setContent("draft");
      await own.setContent("two");
      expect(await fileAt(site, path, "beta").getText()).toBe("one");
      expect(await fileAt(site, path, "beta").select("Length", "CheckOutType")()).toMatchObject({
        Length: "3",
        CheckOutType: 0,
      });
      expect(await own.expand("CheckedOutByUser")()).toMatchObject({
        CheckOutType: 0,
        Level: 255,
        CheckedOutByUser: { Title: "Officer alpha" },
      });
      await own.checkin("done", CheckinType.Major);
      expect(await own()).toMatchObject({ CheckOutType: 2, UIVersionLabel: "2.0" });
      expect(await own.versions.getById(512).getText()).toBe("one");
      expect(await own.getText()).toBe("two");
      await expect(own.checkin("again")).rejects.toThrow("[400]");
    }));

  it("are as before when it is undone, by their holder or an administrator", () =>
    withSite(async (site) => {
      await withVersions(site, "one");
      await contributors(site, "alpha", "beta");
      const own = fileAt(site, path, "alpha");
      for (const undoes of ["alpha", "admin"]) {
        await own.checkout();
        await own.setContent("draft");
        await expect(fileAt(site, path, "beta").undoCheckout()).rejects.toThrow("[423]");
        await fileAt(site, path, undoes).undoCheckout();
        expect(await own.getText()).toBe("one");
        expect(await own()).toMatchObject({ CheckOutType: 2, UIVersionLabel: "1.0" });
      }
    }));
});

describe("drafts", () => {
  it("count in small steps until they are published, where a library keeps them", () =>
    withSite(async (site) => {
      await makeLibrary(site);
      await site.as("admin").web.lists.getByTitle("Evidence").update({ EnableMinorVersions: true });
      const label = () => fileAt(site, path).select("UIVersionLabel", "Level")();
      await put(site, path, "one");
      await put(site, path, "two");
      expect(await label()).toMatchObject({ UIVersionLabel: "0.2", Level: 2 });
      await fileAt(site, path).publish("ready");
      expect(await label()).toMatchObject({ UIVersionLabel: "1.0", Level: 1 });
      await fileAt(site, path).unpublish("not ready");
      expect(await label()).toMatchObject({ UIVersionLabel: "1.1", Level: 2 });
    }));

  it("cannot be published where a library keeps none", () =>
    withSite(async (site) => {
      const file = await withVersions(site, "one");
      await expect(file.publish()).rejects.toThrow("minor version enabled");
    }));
});

describe("uploads in parts", () => {
  it("leave the file as it was when they are given up", () =>
    withSite(async (site) => {
      await withVersions(site, "one");
      const at = `web/getFileByServerRelativePath(decodedUrl='${path}')`;
      const id = "4f0b7d2e-0000-4000-8000-000000000001";
      await site.call("admin", "POST", `${at}/startUpload(uploadId=guid'${id}')`, { body: "tw" });
      await fileAt(site, path).cancelUpload(id);
      const late = await site.call(
        "admin",
        "POST",
        `${at}/finishUpload(uploadId=guid'${id}',fileOffset=2)`,
        { body: "o" },
      );
      expect(late.status).toBe(400);
      expect(await fileAt(site, path).getText()).toBe("one");
    }));

  it("find a name that is free where that is asked for", () =>
    withSite(async (site) => {
      await withVersions(site, "one");
      const { files } = site.as("admin").web.getFolderByServerRelativePath(library);
      const added = await files.addUsingPath("a.txt", "two", { EnsureUniqueFileName: true });
      expect(added).toMatchObject({ Name: "a1.txt" });
    }));
});
