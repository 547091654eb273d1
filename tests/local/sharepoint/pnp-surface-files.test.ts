import { CheckinType, TemplateFileType } from "@pnp/sp/files/index.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fresh, startSurface, type Surface } from "./support/pnp.ts";

describe.each(["root", "subsite"] as const)("PnPjs on files and folders of a %s", (where) => {
  let on: Surface;
  beforeAll(async () => {
    on = await startSurface(where);
  });
  afterAll(() => on.stop());
  const files = () => on.web.defaultDocumentLibrary.rootFolder.files;
  const assets = () => on.web.rootFolder.folders.getByUrl("SiteAssets").folders;

  it("adds files whatever their names hold, and finds them by name, path, id and address", async () => {
    for (const name of ["plain.txt", "per %# cent.txt", "it's.txt", "a & b = c + d - e.txt"]) {
      const added = await files().addUsingPath(name, "first");
      await files().addUsingPath(name, "second", { Overwrite: true });
      const { web } = on;
      const at = web.getFileByServerRelativePath(added.ServerRelativeUrl);
      expect(await at.getText()).toBe("second");
      expect(await at()).toMatchObject({ Name: name });
      expect(await web.getFileById(added.UniqueId)()).toMatchObject({ Name: name });
      const item = await at.getItem<{ EncodedAbsUrl: string }>("EncodedAbsUrl");
      expect(await web.getFileByUrl(item.EncodedAbsUrl)()).toMatchObject({ Name: name });
      expect(await files().filter(`Name eq '${name.replaceAll("'", "''")}'`)()).toHaveLength(1);
    }
  });

  it("adds large files in parts, and pages from templates", async () => {
    const content = new Blob([new Uint8Array(2_500_000)]);
    await files().addChunked("large.bin", content, { chunkSize: 1_000_000, Overwrite: true });
    expect(await files().getByUrl("large.bin")()).toMatchObject({ Length: "2500000" });
    const path = `${on.path}/SitePages/${fresh("page")}.aspx`;
    await files().addTemplateFile(path, TemplateFileType.StandardPage);
    expect(await on.web.getFileByServerRelativePath(path).exists()).toBe(true);
    expect(
      await on.web.getFileByServerRelativePath(`${on.path}/SitePages/Home.aspx`)(),
    ).toMatchObject({ Name: "Home.aspx", Title: "Home" });
  });

  it("checks out, in and publishes, with what was said about it", async () => {
    await files().addUsingPath("held.txt", "one");
    const file = files().getByUrl("held.txt");
    await file.checkout();
    expect(await file()).toMatchObject({ CheckOutType: 0 });
    await file.checkin("It's done", CheckinType.Major);
    expect(await file()).toMatchObject({ CheckOutType: 2, CheckInComment: "It's done" });
    await file.checkout();
    await file.undoCheckout();
    const list = on.web.defaultDocumentLibrary;
    await list.update({ EnableMinorVersions: true });
    await file.setContent("two");
    await file.publish("for all");
    expect(await file()).toMatchObject({ MinorVersion: 0, CheckInComment: "for all" });
    await file.unpublish("not yet");
    expect(await file()).toMatchObject({ MinorVersion: 1 });
    await list.update({ EnableMinorVersions: false });
  });

  it("approves and denies what waits for it", async () => {
    const title = fresh("Approved");
    await on.web.lists.add(title, "", 101, false, { EnableModeration: true });
    const { rootFolder } = on.web.lists.getByTitle(title);
    await rootFolder.files.addUsingPath("a.txt", "one");
    const file = rootFolder.files.getByUrl("a.txt");
    const status = async () => await (await file.getItem()).select("OData__ModerationStatus")();
    expect(await status()).toMatchObject({ OData__ModerationStatus: 2 });
    await file.approve("fine");
    expect(await status()).toMatchObject({ OData__ModerationStatus: 0 });
    await file.deny("after all not");
    expect(await status()).toMatchObject({ OData__ModerationStatus: 1 });
  });

  it("copies, moves, recycles and deletes files", async () => {
    await files().addUsingPath("from.txt", "text");
    const { ServerRelativeUrl: folder } = await on.web.defaultDocumentLibrary.rootFolder();
    await files().getByUrl("from.txt").copyTo(`${folder}/copied.txt`, true);
    await files().getByUrl("from.txt").copyByPath(`${folder}/copied too.txt`, true);
    await files().getByUrl("from.txt").moveByPath(`${folder}/moved.txt`, true);
    for (const name of ["copied.txt", "copied too.txt", "moved.txt"])
      expect(await files().getByUrl(name).getText()).toBe("text");
    await files().getByUrl("copied.txt").recycle();
    await files().getByUrl("copied too.txt").delete();
    await files().getByUrl("moved.txt").deleteWithParams({ BypassSharedLock: true });
    for (const name of ["from.txt", "copied.txt", "copied too.txt", "moved.txt"])
      expect(await files().getByUrl(name).exists()).toBe(false);
  });

  it("keeps versions, and brings recycled ones back", async () => {
    await files().addUsingPath("versions.txt", "one");
    const file = files().getByUrl("versions.txt");
    await file.setContent("two");
    await file.setContent("three");
    const labels = async () =>
      (await file.versions<{ VersionLabel: string }[]>()).map(({ VersionLabel }) => VersionLabel);
    expect(await labels()).toEqual(["1.0", "2.0"]);
    await file.versions.recycleByLabel("1.0");
    expect(await labels()).toEqual(["2.0"]);
    const bin = await on.web.recycleBin();
    const entry = bin.find(({ LeafName }) => LeafName === "versions.txt");
    expect(entry).toMatchObject({ ItemType: 2 });
    await on.web.recycleBin.getById(entry?.Id ?? "").restore();
    expect(await labels()).toEqual(["1.0", "2.0"]);
    await file.versions.restoreByLabel("1.0");
    expect(await file.getText()).toBe("one");
    await file.versions.deleteAll();
    expect(await labels()).toEqual([]);
  });

  it("makes folders in libraries and in the web itself, and goes up and down", async () => {
    const { web } = on;
    const name = fresh("folder");
    await assets().addUsingPath(name);
    const folder = assets().getByUrl(name);
    expect(await (await folder.addSubFolderUsingPath("inside"))()).toMatchObject({
      Name: "inside",
    });
    expect(await folder.parentFolder()).toMatchObject({ Name: "SiteAssets" });
    expect(await folder.folders()).toHaveLength(1);
    expect(await folder.files()).toEqual([]);
    expect(await folder.getItem()).toHaveProperty("Id");
    expect(await folder.storageMetrics()).toMatchObject({ TotalFileCount: "0" });
    await folder.copyByPath(`${on.path}/SiteAssets/${name} copied`);
    await folder.moveByPath(`${on.path}/SiteAssets/${name} moved`);
    await assets().getByUrl(`${name} moved`).recycle();
    await assets().getByUrl(`${name} copied`).delete();
    await web.folders.addUsingPath("Loose");
    expect(await web.getFolderByServerRelativePath(`${on.path}/Loose`)()).toMatchObject({
      Name: "Loose",
    });
    const root = await web.rootFolder.select("UniqueId")();
    expect(await web.getFolderById(root.UniqueId)()).toMatchObject({ ServerRelativeUrl: on.path });
    await web.rootFolder.folders.getByUrl("SiteAssets").update({ Name: "SiteAssets" });
    const aliased = web.getFolderByServerRelativePath(`!@p1::${on.path}/SiteAssets`);
    await aliased.files.addUsingPath("!@p2::aliased.txt", "x");
    expect(await aliased.files.getByUrl("aliased.txt").exists()).toBe(true);
  });
});
