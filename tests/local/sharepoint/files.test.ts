import { describe, expect, it } from "vitest";
import { loginOf, withSite, type LocalSite } from "./support/site.ts";

const library = "/sites/plan/Evidence";
const folder = (site: LocalSite, path = library) =>
  site.as("admin").web.getFolderByServerRelativePath(path);
const file = (site: LocalSite, path: string) =>
  site.as("admin").web.getFileByServerRelativePath(path);

async function makeLibrary(site: LocalSite) {
  await site.as("admin").web.lists.add("Evidence", "", 101);
  await folder(site).folders.addUsingPath("Alpha");
}

describe("files", () => {
  it("come back as they were put, whatever their name", () =>
    withSite(async (site) => {
      await makeLibrary(site);
      const name = "it's 50% #1 – naïve.txt";
      await folder(site, `${library}/Alpha`).files.addUsingPath(name, "hello", { Overwrite: true });
      expect(await file(site, `${library}/Alpha/${name}`).getText()).toBe("hello");
      expect(await folder(site, `${library}/Alpha`).files()).toMatchObject([
        { Name: name, Length: "5", ServerRelativeUrl: `${library}/Alpha/${name}` },
      ]);
    }));

  it("come in parts, too", () =>
    withSite(async (site) => {
      await makeLibrary(site);
      const content = new Uint8Array(2_500_000).map((_, index) => index % 251);
      await folder(site).files.addChunked("big.bin", new Blob([content]), { chunkSize: 1_000_000 });
      const back = new Uint8Array(await file(site, `${library}/big.bin`).getBuffer());
      expect(Buffer.compare(Buffer.from(back), Buffer.from(content))).toBe(0);
    }));

  it("are items of their library, with fields of their own", () =>
    withSite(async (site) => {
      await makeLibrary(site);
      await site.as("admin").web.lists.getByTitle("Evidence").fields.addText("Kind");
      await folder(site).files.addUsingPath("a.txt", "x");
      const item = await file(site, `${library}/a.txt`).getItem();
      await item.update({ Kind: "impact" });
      expect(await item.select("Kind", "FileLeafRef", "FileRef")()).toMatchObject({
        Kind: "impact",
        FileLeafRef: "a.txt",
        FileRef: `${library}/a.txt`,
      });
    }));

  it("are not written over unless that was asked for, and keep their item", () =>
    withSite(async (site) => {
      await makeLibrary(site);
      await folder(site).files.addUsingPath("a.txt", "one");
      await expect(folder(site).files.addUsingPath("a.txt", "two")).rejects.toThrow("[400]");
      await folder(site).files.addUsingPath("a.txt", "three", { Overwrite: true });
      expect(await file(site, `${library}/a.txt`).getText()).toBe("three");
      expect(await file(site, `${library}/a.txt`).select("UIVersionLabel")()).toMatchObject({
        UIVersionLabel: "2.0",
      });
      expect(await folder(site).files()).toHaveLength(1);
    }));

  it.each(["../a.txt", "a/b.txt", "a:b.txt", "a*.txt", "con", ".lock", "a.", " a.txt", "~$a.txt"])(
    "are not called %j",
    (name) =>
      withSite(async (site) => {
        await makeLibrary(site);
        const written = encodeURIComponent(name);
        const path = `web/getFolderByServerRelativePath(decodedUrl='${library}')/files/AddUsingPath(decodedurl='${written}')`;
        const answer = await site.call("admin", "POST", path, { body: "x" });
        expect([400, 404]).toContain(answer.status);
        expect(await folder(site).files()).toEqual([]);
      }),
  );

  it("may be added by whoever may add, to that folder alone", () =>
    withSite(async (site) => {
      await makeLibrary(site);
      const { web } = site.as("admin");
      await folder(site).folders.addUsingPath("Beta");
      const user = await web.ensureUser(loginOf("alpha"));
      const { data: role } = await web.roleDefinitions.add("Append only", "", 9, {
        High: 176,
        Low: 138_612_835,
      });
      const item = await folder(site, `${library}/Alpha`).getItem();
      await item.breakRoleInheritance(true);
      await item.roleAssignments.add(user.Id, role.Id);
      const alpha = site.as("alpha").web;
      const own = alpha.getFolderByServerRelativePath(`${library}/Alpha`);
      await own.files.addUsingPath("a.txt", "one");
      await expect(own.files.addUsingPath("a.txt", "two", { Overwrite: true })).rejects.toThrow(
        "[403]",
      );
      await expect(
        alpha.getFileByServerRelativePath(`${library}/Alpha/a.txt`).delete(),
      ).rejects.toThrow("[403]");
      await expect(
        alpha.getFolderByServerRelativePath(`${library}/Beta`).files.addUsingPath("a.txt", "x"),
      ).rejects.toThrow("[404]");
      expect(await file(site, `${library}/Alpha/a.txt`).getText()).toBe("one");
    }));
});

describe("folders", () => {
  it("take what lies in them along when they are renamed, and away when they are deleted", () =>
    withSite(async (site) => {
      await makeLibrary(site);
      await folder(site, `${library}/Alpha`).folders.addUsingPath("Deep");
      await folder(site, `${library}/Alpha/Deep`).files.addUsingPath("a.txt", "x");
      const item = await folder(site, `${library}/Alpha`).getItem();
      await item.update({ FileLeafRef: "Omega" });
      expect(await file(site, `${library}/Omega/Deep/a.txt`).getText()).toBe("x");
      await folder(site, `${library}/Omega`).delete();
      await expect(file(site, `${library}/Omega/Deep/a.txt`)()).rejects.toThrow("[404]");
      expect(await site.as("admin").web.lists.getByTitle("Evidence").items()).toEqual([]);
    }));

  it("are not made outside lists, nor with names that lead elsewhere", () =>
    withSite(async (site) => {
      await makeLibrary(site);
      for (const path of [`${library}/..`, `${library}/a|b`, "/sites/plan/Nowhere/x", "/etc/x"])
        await expect(folder(site).folders.addUsingPath(path)).rejects.toThrow(/\[40[04]\]/);
      expect(await folder(site).folders.select("Name")()).toMatchObject([{ Name: "Alpha" }]);
    }));
});
