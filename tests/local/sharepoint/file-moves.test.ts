import { describe, expect, it } from "vitest";
import { z } from "zod";
import { fileAt, folderAt, library, makeLibrary, namesIn, put } from "./support/library.ts";
import { loginOf, withSite, type LocalSite } from "./support/site.ts";

async function ids(site: LocalSite, path: string) {
  const item: unknown = await fileAt(site, path).listItemAllFields.select("Id", "GUID")();
  const { Id, GUID } = z.object({ Id: z.number(), GUID: z.guid() }).parse(item);
  return { Id, GUID };
}

async function mayOnly(site: LocalSite, name: string, folder: string, level: string) {
  const { web } = site.as("admin");
  const user = await web.ensureUser(loginOf(name));
  const role = await web.roleDefinitions.getByName(level)();
  const folderItem = await folderAt(site, folder).getItem();
  await folderItem.breakRoleInheritance(true);
  await folderItem.roleAssignments.add(user.Id, role.Id);
}

describe("moving files", () => {
  it("keeps the item, its versions and its number within a library", () =>
    withSite(async (site) => {
      await makeLibrary(site);
      await put(site, `${library}/Alpha/a.txt`, "one");
      await put(site, `${library}/Alpha/a.txt`, "two");
      const before = await ids(site, `${library}/Alpha/a.txt`);
      const name = "it's #1 – 50% moved.txt";
      await fileAt(site, `${library}/Alpha/a.txt`).moveByPath(`${library}/Beta/${name}`, false);
      expect(await ids(site, `${library}/Beta/${name}`)).toEqual(before);
      expect(await fileAt(site, `${library}/Beta/${name}`).getText()).toBe("two");
      expect(await fileAt(site, `${library}/Beta/${name}`).versions()).toHaveLength(1);
      expect(await namesIn(site, `${library}/Alpha`)).toEqual([]);
    }));

  it("takes versions, columns and the unique id along to another library", () =>
    withSite(async (site) => {
      await makeLibrary(site);
      const { lists } = site.as("admin").web;
      await lists.add("Archive", "", 101);
      await lists.getByTitle("Archive").fields.addText("Other");
      for (const title of ["Evidence", "Archive"])
        await lists.getByTitle(title).fields.addText("Kind");
      await put(site, `${library}/a.txt`, "one");
      await (await fileAt(site, `${library}/a.txt`).getItem()).update({ Kind: "impact" });
      await put(site, `${library}/a.txt`, "two");
      const { UniqueId: id } = await fileAt(site, `${library}/a.txt`)();
      await fileAt(site, `${library}/a.txt`).moveByPath("/sites/plan/Archive/b.txt", false);
      const moved = fileAt(site, "/sites/plan/Archive/b.txt");
      expect(await moved()).toMatchObject({ UniqueId: id, UIVersionLabel: "3.0" });
      expect(await moved.listItemAllFields.select("Kind")()).toMatchObject({ Kind: "impact" });
      expect(await moved.versions.getById(512).getText()).toBe("one");
      const again = site.as("admin").web.getFileById(id);
      expect(await again.select("Name")()).toMatchObject({ Name: "b.txt" });
      expect(await namesIn(site, library)).toEqual(["Alpha/", "Beta/"]);
    }));

  it("overwrites only where asked, keeps both where asked, and what is overwritten can be restored", () =>
    withSite(async (site) => {
      await makeLibrary(site);
      for (const name of ["a", "b", "c"]) await put(site, `${library}/${name}.txt`, name);
      const a = fileAt(site, `${library}/a.txt`);
      await expect(a.moveByPath(`${library}/b.txt`, false)).rejects.toThrow("[400]");
      await a.moveByPath(`${library}/b.txt`, false, { KeepBoth: true });
      expect(await fileAt(site, `${library}/b1.txt`).getText()).toBe("a");
      await fileAt(site, `${library}/c.txt`).moveByPath(`${library}/b.txt`, true);
      expect(await fileAt(site, `${library}/b.txt`).getText()).toBe("c");
      expect(await namesIn(site, library)).toEqual(["Alpha/", "Beta/", "b.txt", "b1.txt"]);
      const bin = await site.call("admin", "GET", "web/recyclebin?$select=LeafName");
      expect(bin.text).toContain("b.txt");
    }));

  it("asks for the right to delete here and to add there, and never shows what one may not see", () =>
    withSite(async (site) => {
      await makeLibrary(site);
      await put(site, `${library}/Alpha/a.txt`, "x");
      await put(site, `${library}/Beta/b.txt`, "x");
      await mayOnly(site, "alpha", `${library}/Alpha`, "Contribute");
      await mayOnly(site, "beta", `${library}/Alpha`, "Read");
      const own = fileAt(site, `${library}/Alpha/a.txt`, "alpha");
      await expect(own.moveByPath(`${library}/Beta/a.txt`, false)).rejects.toThrow("[404]");
      const hidden = fileAt(site, `${library}/Beta/b.txt`, "alpha");
      await expect(hidden.moveByPath(`${library}/Alpha/b.txt`, false)).rejects.toThrow("[404]");
      const read = fileAt(site, `${library}/Alpha/a.txt`, "beta");
      await expect(read.moveByPath(`${library}/Alpha/c.txt`, false)).rejects.toThrow("[403]");
      await expect(read.copyByPath(`${library}/Alpha/c.txt`, false)).rejects.toThrow("[403]");
      await own.moveByPath(`${library}/Alpha/c.txt`, false);
      expect(await namesIn(site, `${library}/Alpha`)).toEqual(["c.txt"]);
    }));

  it("takes the permissions of the new place, and keeps its own where it has some", () =>
    withSite(async (site) => {
      await makeLibrary(site);
      await mayOnly(site, "alpha", `${library}/Alpha`, "Read");
      await put(site, `${library}/Beta/a.txt`, "x");
      await fileAt(site, `${library}/Beta/a.txt`).moveByPath(`${library}/Alpha/a.txt`, false);
      expect(await fileAt(site, `${library}/Alpha/a.txt`, "alpha").getText()).toBe("x");
      await fileAt(site, `${library}/Alpha/a.txt`).moveByPath(`${library}/Beta/a.txt`, false);
      await expect(fileAt(site, `${library}/Beta/a.txt`, "alpha")()).rejects.toThrow("[404]");
      await folderAt(site, `${library}/Alpha`).moveByPath(`${library}/Beta/Deep`);
      expect(await folderAt(site, `${library}/Beta/Deep`, "alpha")()).toMatchObject({
        Name: "Deep",
      });
    }));

  it.each(["../x.txt", "a|b.txt", "con", "x.txt.", "~$x.txt", ""])(
    "does not lead to the name %j",
    (name) =>
      withSite(async (site) => {
        await makeLibrary(site);
        await put(site, `${library}/a.txt`, "x");
        const answer = await site.call("admin", "POST", "SP.MoveCopyUtil.MoveFileByPath()", {
          body: {
            srcPath: { DecodedUrl: `${site.origin}${library}/a.txt` },
            destPath: { DecodedUrl: `${site.origin}${library}/Alpha/${name}` },
          },
        });
        expect([400, 404]).toContain(answer.status);
        expect(await fileAt(site, `${library}/a.txt`).getText()).toBe("x");
      }),
  );

  it("does not lead out of the site", () =>
    withSite(async (site) => {
      await makeLibrary(site);
      await put(site, `${library}/a.txt`, "x");
      for (const to of ["https://elsewhere.example/a.txt", "/etc/a.txt", "/sites/plan/a.txt"])
        await expect(
          site.call("admin", "POST", "SP.MoveCopyUtil.MoveFile(overwrite=true)", {
            body: { srcUrl: `${site.origin}${library}/a.txt`, destUrl: to },
          }),
        ).resolves.toMatchObject({ status: 404 });
    }));
});

describe("a file", () => {
  it("is found by path, id and address, with all that belongs to it", () =>
    withSite(async (site) => {
      await makeLibrary(site);
      const path = `${library}/Alpha/it's #1 – 50%.txt`;
      const { UniqueId: id } = await put(site, path, "one");
      await put(site, path, "two");
      const { web } = site.as("admin");
      const whole = `${site.origin}${encodeURI(path).replaceAll("#", "%23")}`;
      for (const file of [fileAt(site, path), web.getFileById(id), web.getFileByUrl(whole)])
        expect(
          await file.expand(
            "Author",
            "ModifiedBy",
            "ListItemAllFields",
            "Properties",
            "Versions",
          )(),
        ).toMatchObject({
          UniqueId: id,
          Author: { Title: "Officer admin" },
          ModifiedBy: { Title: "Officer admin" },
          ListItemAllFields: { FileSystemObjectType: 0 },
          Properties: { vti_x005f_filesize: 3 },
          Versions: [{ VersionLabel: "1.0" }],
        });
      expect(await fileAt(site, path).exists()).toBe(true);
      expect(await fileAt(site, `${path}x`).exists()).toBe(false);
      expect(await web.getFileById("4f0b7d2e-0000-4000-8000-000000000001").exists()).toBe(false);
    }));

  it("is read as text, bytes, JSON, or in parts", () =>
    withSite(async (site) => {
      await makeLibrary(site);
      const file = fileAt(site, `${library}/a.json`);
      await put(site, `${library}/a.json`, '{"a":1}');
      expect(await file.getJSON()).toEqual({ a: 1 });
      expect((await file.getBlob()).size).toBe(7);
      const address = `web/getFileByServerRelativePath(decodedUrl='${library}/a.json')/$value`;
      const part = (range: string) =>
        site.call("admin", "GET", address, { headers: { Range: `bytes=${range}` } });
      expect(await part("1-3")).toMatchObject({ status: 206, text: '"a"' });
      expect((await part("1-3")).headers.get("content-range")).toBe("bytes 1-3/7");
      expect(await part("5-")).toMatchObject({ status: 206, text: "1}" });
      expect(await part("-1")).toMatchObject({ status: 206, text: "}" });
      expect(await part("7-")).toMatchObject({ status: 416 });
    }));

  it("goes to a whole address, too", () =>
    withSite(async (site) => {
      await makeLibrary(site);
      await put(site, `${library}/a.txt`, "x");
      const file = fileAt(site, `${library}/a.txt`);
      const moved = await file.moveByPath(`${site.origin}${library}/Alpha/b.txt`, false);
      expect(await moved.getText()).toBe("x");
    }));
});

describe("copying", () => {
  it("makes an item of its own, by the copier or by whom it was", () =>
    withSite(async (site) => {
      await makeLibrary(site);
      await put(site, `${library}/a.txt`, "one");
      await put(site, `${library}/a.txt`, "two");
      const a = fileAt(site, `${library}/a.txt`);
      await a.copyByPath(`${library}/Alpha/a.txt`, false);
      await a.copyTo(`${library}/Alpha/b.txt`, false);
      await a.setContent("three");
      for (const name of ["a", "b"]) {
        const copy = fileAt(site, `${library}/Alpha/${name}.txt`);
        expect(await copy.getText()).toBe("two");
        expect(await copy.select("UIVersionLabel")()).toMatchObject({ UIVersionLabel: "1.0" });
      }
      expect(await a.getText()).toBe("three");
    }));

  it("takes folders with all that lies in them, but not into themselves", () =>
    withSite(async (site) => {
      await makeLibrary(site);
      await folderAt(site, `${library}/Alpha`).folders.addUsingPath("Deep");
      await put(site, `${library}/Alpha/Deep/a.txt`, "x");
      const alpha = folderAt(site, `${library}/Alpha`);
      await alpha.copyByPath(`${library}/Beta/Copy`);
      expect(await fileAt(site, `${library}/Beta/Copy/Deep/a.txt`).getText()).toBe("x");
      await expect(alpha.moveByPath(`${library}/Alpha/Deep/Alpha`)).rejects.toThrow("[400]");
      await expect(alpha.copyByPath(`${library}/Alpha/Alpha`)).rejects.toThrow("[400]");
      await alpha.moveByPath(`${library}/Omega`);
      expect(await fileAt(site, `${library}/Omega/Deep/a.txt`).getText()).toBe("x");
      expect(await namesIn(site, library)).toEqual(["Beta/", "Omega/"]);
    }));
});

describe("folders", () => {
  it("are not moved or copied to where something in them would have too long a path", () =>
    withSite(async (site) => {
      await makeLibrary(site);
      const [long, longer] = ["l".repeat(180), "m".repeat(180)];
      await folderAt(site, `${library}/Alpha`).folders.addUsingPath(long);
      await put(site, `${library}/Alpha/${long}/${"a".repeat(100)}.txt`, "x");
      await folderAt(site, `${library}/Beta`).folders.addUsingPath(longer);
      const alpha = folderAt(site, `${library}/Alpha`);
      const to = `${library}/Beta/${longer}/Alpha`;
      await expect(alpha.moveByPath(to)).rejects.toThrow("too long");
      await expect(alpha.copyByPath(to)).rejects.toThrow("too long");
      expect(await namesIn(site, `${library}/Beta/${longer}`)).toEqual([]);
    }));

  it("are renamed, found by id, and tell their parent and properties", () =>
    withSite(async (site) => {
      await makeLibrary(site);
      await folderAt(site, `${library}/Alpha`).update({ Name: "Omega" });
      const { UniqueId: id } = await folderAt(site, `${library}/Omega`)();
      const found = site.as("admin").web.getFolderById(id);
      expect(await found.expand("ParentFolder", "Properties")()).toMatchObject({
        Name: "Omega",
        ParentFolder: { Name: "Evidence" },
        Properties: { vti_x005f_etag: expect.any(String) },
      });
      expect(await found.getParentInfos()).toMatchObject({
        ParentList: { RootFolderServerRelativeUrl: library },
        ParentWeb: { ServerRelativeUrl: "/sites/plan" },
      });
      await put(site, `${library}/Omega/a.txt`, "x");
      await expect(found.deleteWithParams({ DeleteIfEmpty: true })).rejects.toThrow("[400]");
      await found.deleteWithParams({ DeleteIfEmpty: false });
      expect(await namesIn(site, library)).toEqual(["Beta/"]);
    }));

  it("are deleted only by whoever may delete everything in them", () =>
    withSite(async (site) => {
      await makeLibrary(site);
      await mayOnly(site, "alpha", `${library}/Alpha`, "Contribute");
      await folderAt(site, `${library}/Alpha`).folders.addUsingPath("Kept");
      await (await folderAt(site, `${library}/Alpha/Kept`).getItem()).breakRoleInheritance(false);
      const own = folderAt(site, `${library}/Alpha`, "alpha");
      for (const deed of [() => own.delete(), () => own.recycle()])
        await expect(deed()).rejects.toThrow("[403]");
      expect(await namesIn(site, library)).toEqual(["Alpha/", "Beta/"]);
    }));
});
