import "@pnp/sp/attachments/index.js";
import "@pnp/sp/comments/index.js";
import "@pnp/sp/recycle-bin/index.js";
import { describe, expect, it } from "vitest";
import { withSite, type LocalSite } from "./support/site.ts";

async function makeItem(site: LocalSite) {
  const { web } = site.as("admin");
  await web.lists.add("Tasks");
  const list = web.lists.getByTitle("Tasks");
  const { Id } = await list.items.add({ Title: "one" });
  return { web, list, item: list.items.getById(Id) };
}

describe("an attachment", () => {
  it("is added, read, written over, and each time the item has a new version", () =>
    withSite(async (site) => {
      const { list, item } = await makeItem(site);
      expect(await item()).toMatchObject({ Attachments: false });
      await item.attachmentFiles.add("it's a note.txt", "first");
      expect(await item()).toMatchObject({ Attachments: true, OData__UIVersionString: "2.0" });
      const file = item.attachmentFiles.getByName("it's a note.txt");
      expect(await file.getText()).toBe("first");
      await file.setContent("second");
      expect(await file.getText()).toBe("second");
      expect(await item.attachmentFiles()).toMatchObject([
        {
          FileName: "it's a note.txt",
          ServerRelativeUrl: "/sites/plan/Lists/Tasks/Attachments/1/it's a note.txt",
        },
      ]);
      const [shown] = await list.items
        .select("Id", "AttachmentFiles/FileName")
        .expand("AttachmentFiles")();
      expect(shown).toMatchObject({ AttachmentFiles: [{ FileName: "it's a note.txt" }] });
      await file.delete();
      expect(await item()).toMatchObject({ Attachments: false, OData__UIVersionString: "4.0" });
    }));

  it("goes to the recycle bin, alone or with its item, and comes back", () =>
    withSite(async (site) => {
      const { web, list, item } = await makeItem(site);
      await item.attachmentFiles.add("a.txt", "kept");
      await item.attachmentFiles.getByName("a.txt").recycle();
      expect(await item.attachmentFiles()).toEqual([]);
      const restoreFirst = async () => {
        const [entry] = await web.recycleBin();
        await web.recycleBin.getById(entry?.Id ?? "").restore();
      };
      await restoreFirst();
      expect(await item.attachmentFiles.getByName("a.txt").getText()).toBe("kept");
      await item.recycle();
      expect(await list.items()).toEqual([]);
      await restoreFirst();
      expect(await item.attachmentFiles.getByName("a.txt").getText()).toBe("kept");
    }));

  it.each<[string, string, number]>([
    ["a name twice", "a.txt", 400],
    ["a name that is a path", "../a.txt", 400],
  ])("is refused for %s", (_, name, status) =>
    withSite(async (site) => {
      const { item } = await makeItem(site);
      await item.attachmentFiles.add("a.txt", "1");
      const path = `web/lists/getByTitle('Tasks')/items(1)/AttachmentFiles/add(FileName='${encodeURIComponent(name)}')`;
      expect(await site.call("admin", "POST", path, { body: "2" })).toMatchObject({ status });
    }),
  );

  it("is not for those who may only read", () =>
    withSite(async (site) => {
      const { web, item } = await makeItem(site);
      await item.attachmentFiles.add("a.txt", "1");
      await web.siteGroups.getById(4).users.add("i:0#.f|membership|reader@marlshire.example");
      const theirs = site
        .as("reader")
        .web.lists.getByTitle("Tasks")
        .items.getById(1).attachmentFiles;
      expect(await theirs.getByName("a.txt").getText()).toBe("1");
      await expect(theirs.add("b.txt", "2")).rejects.toThrow(/403/);
      await expect(theirs.getByName("a.txt").delete()).rejects.toThrow(/403/);
    }));

  it.each(["odata=nometadata", "odata=minimalmetadata", "odata=verbose"])(
    "is told as %s",
    (odata) =>
      withSite(async (site) => {
        const { item } = await makeItem(site);
        await item.attachmentFiles.add("a.txt", "1");
        const path = "web/lists/getByTitle('Tasks')/items(1)/AttachmentFiles";
        const answer = await site.call("admin", "GET", path, {
          headers: { Accept: `application/json;${odata}` },
        });
        expect(answer.text).toContain('"FileName":"a.txt"');
        expect(answer.text.includes("SP.Attachment")).toBe(odata !== "odata=nometadata");
      }),
  );
});

describe("a comment", () => {
  it("is added, answered, liked and taken away", () =>
    withSite(async (site) => {
      const { item } = await makeItem(site);
      const { id } = await item.comments.add("Well done");
      const comment = item.comments.getById(Number(id));
      expect(await comment()).toMatchObject({
        text: "Well done",
        author: { name: "Officer admin" },
        likeCount: 0,
        isReply: false,
      });
      await comment.like();
      await comment.replies.add({ text: "Thank you" });
      expect(await comment()).toMatchObject({ likeCount: 1, isLikedByUser: true, replyCount: 1 });
      expect(await comment.replies()).toMatchObject([{ text: "Thank you", isReply: true }]);
      await comment.unlike();
      expect(await comment()).toMatchObject({ likeCount: 0 });
      await item.comments.add("Another");
      expect(await item.comments()).toMatchObject([{ text: "Another" }, { text: "Well done" }]);
      await comment.delete();
      await item.comments.clear();
      expect(await item.comments()).toEqual([]);
    }));

  it("is taken away by its author or who manages the list, nobody else", () =>
    withSite(async (site) => {
      const { web, item } = await makeItem(site);
      await web.siteGroups.getById(3).users.add("i:0#.f|membership|alpha@marlshire.example");
      const { id } = await item.comments.add("By the administrator");
      const theirs = site.as("alpha").web.lists.getByTitle("Tasks").items.getById(1);
      const own = await theirs.comments.add("By alpha");
      await theirs.comments.getById(Number(own.id)).delete();
      await web.roleAssignments.remove(3, 1073741830);
      await web.roleAssignments.add(3, 1073741827);
      await expect(theirs.comments.getById(Number(id)).delete()).rejects.toThrow(/403/);
    }));
});

it("an item is liked once by each", () =>
  withSite(async (site) => {
    const { item } = await makeItem(site);
    await item.like();
    await item.like();
    expect(await item.getLikedBy()).toMatchObject([{ name: "Officer admin" }]);
    expect(await item.getLikedByInformation()).toMatchObject({
      likeCount: "1",
      isLikedByUser: true,
    });
    await item.unlike();
    expect(await item.getLikedBy()).toEqual([]);
  }));

it("an item tells its values as text, for pages and for editors", () =>
  withSite(async (site) => {
    const { list, item } = await makeItem(site);
    await list.fields.addBoolean("Done");
    await item.update({ Title: "a < b", Done: true });
    expect(await item.fieldValuesAsText()).toMatchObject({ Title: "a < b", Done: "Yes", ID: "1" });
    expect(await item.fieldValuesAsHTML()).toMatchObject({ Title: "a &lt; b" });
    expect(await item.fieldValuesForEdit()).toMatchObject({ Done: "1" });
  }));
