import {
  DateTimeFieldFormatType,
  FieldTypes,
  FieldUserSelectionMode,
  UrlFieldFormatType,
} from "@pnp/sp/fields/index.js";
import type { IList } from "@pnp/sp/lists/index.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fresh, startSurface, type Surface } from "./support/pnp.ts";
import { loginOf } from "./support/site.ts";

describe.each(["root", "subsite"] as const)("PnPjs on items and columns of a %s", (where) => {
  let on: Surface;
  beforeAll(async () => {
    on = await startSurface(where);
  });
  afterAll(() => on.stop());

  async function aList(template = 100): Promise<IList> {
    const title = fresh("List");
    await on.web.lists.add(title, "", template);
    return on.web.lists.getByTitle(title);
  }

  it("adds, reads, changes, pages through and deletes items", async () => {
    const list = await aList();
    for (let index = 0; index < 5; index++) await list.items.add({ Title: `Item ${index}` });
    const sizes: number[] = [];
    for await (const page of list.items.top(2)) sizes.push(page.length);
    expect(sizes).toEqual([2, 2, 1]);
    const item = list.items.getById(1);
    expect(await item.effectiveBasePermissions()).toHaveProperty("Low");
    expect(await item.effectiveBasePermissionsForUI()).toHaveProperty("Low");
    expect(await item.fieldValuesAsText()).toMatchObject({ Title: "Item 0" });
    expect(await item.fieldValuesAsHTML()).toMatchObject({ Title: "Item 0" });
    expect(await item.fieldValuesForEdit()).toMatchObject({ Title: "Item 0" });
    expect(await item.list.select("Title")()).toEqual(await list.select("Title")());
    expect(await item.getParentInfos()).toMatchObject({ Item: { Id: 1 } });
    expect(await list.items.getItemByStringId("2")()).toMatchObject({ Id: 2 });
    expect(await item.getWopiFrameUrl()).toBe("");
    const { etag } = await item.update({ Title: "Changed" });
    await expect(item.update({ Title: "x" }, `${etag}0`)).rejects.toThrow("[412]");
    const [, old] = await item.versions<{ VersionId: number }[]>();
    expect(await item.versions.getById(old?.VersionId ?? 0)()).toMatchObject({ Title: "Item 0" });
    await item.versions.getById(old?.VersionId ?? 0).delete();
    expect(await item.versions()).toHaveLength(1);
    await list.items.getById(2).recycle();
    await list.items.getById(3).delete();
    await list.items.getById(4).deleteWithParams({ BypassSharedLock: false });
    expect(await list.items.select("Id")()).toHaveLength(2);
  });

  it("keeps attachments, comments with mentions, likes and ratings", async () => {
    const list = await aList();
    await list.items.add({ Title: "one" });
    const item = list.items.getById(1);
    await item.attachmentFiles.add("a.txt", "one");
    await item.attachmentFiles.getByName("a.txt").setContent("two");
    expect(await item.attachmentFiles.getByName("a.txt").getText()).toBe("two");
    expect(await item.select("Attachments")()).toMatchObject({ Attachments: true });
    await item.attachmentFiles.getByName("a.txt").recycle();
    expect(await item.select("Attachments")()).toMatchObject({ Attachments: false });
    const said = await item.comments.add({
      text: "Look at this, @mention{0}",
      mentions: [{ loginName: loginOf("alpha"), email: "", name: "alpha" }],
    });
    const comment = item.comments.getById(Number(said.id));
    expect(await comment()).toMatchObject({ mentions: [{ name: "Officer alpha" }] });
    await comment.like();
    expect(await comment()).toMatchObject({ likeCount: 1 });
    await comment.unlike();
    await comment.replies.add("Seen");
    expect(await comment.replies()).toHaveLength(1);
    await item.comments.clear();
    expect(await item.comments()).toEqual([]);
    await item.like();
    expect(await item.getLikedBy()).toHaveLength(1);
    await item.unlike();
    expect(await item.rate(4)).toBe(4);
  });

  it("keeps pictures of image columns below Site Assets", async () => {
    const list = await aList();
    await list.fields.addImageField("Picture");
    await list.items.add({ Title: "one" });
    await list.items.getById(1).setImageField("Picture", "face.png", "bytes");
    const { Picture } = await list.items.getById(1)<{ Picture: string }>();
    const { serverRelativeUrl } = JSON.parse(Picture);
    expect(serverRelativeUrl).toContain(`${on.path}/SiteAssets/Lists/`);
    expect(await on.web.getFileByServerRelativePath(serverRelativeUrl).getText()).toBe("bytes");
  });

  it("opens and changes the file that an item is", async () => {
    const list = await aList(101);
    await list.rootFolder.files.addUsingPath("a.txt", "one");
    const { file } = list.items.getById(1);
    await file.checkout();
    await list.items.getById(1).update({ Title: "Named" });
    await file.checkin();
    expect(await file()).toMatchObject({ Name: "a.txt", Title: "Named", CheckOutType: 2 });
  });

  it("adds columns of every kind to a list and to the site, and changes and deletes them", async () => {
    const list = await aList();
    const { Id: LookupListId } = await list();
    for (const fields of [list.fields, on.web.fields]) {
      const Group = "Ours";
      const made = [
        await fields.add(fresh("plain"), FieldTypes.Text, { Group }),
        await fields.addText(fresh("text"), { MaxLength: 20, Group }),
        await fields.addNumber(fresh("number"), { MinimumValue: 1, Group }),
        await fields.addCalculated(fresh("sum"), { Formula: "=Modified+1", Group }),
        await fields.addDateTime(fresh("date"), {
          DisplayFormat: DateTimeFieldFormatType.DateOnly,
          Group,
        }),
        await fields.addCurrency(fresh("money"), { CurrencyLocaleId: 1033, Group }),
        await fields.addMultilineText(fresh("note"), { NumberOfLines: 6, RichText: true, Group }),
        await fields.addUrl(fresh("link"), { DisplayFormat: UrlFieldFormatType.Hyperlink, Group }),
        await fields.addUser(fresh("person"), {
          SelectionMode: FieldUserSelectionMode.PeopleOnly,
          Group,
        }),
        await fields.addChoice(fresh("choice"), { Choices: ["a", "b"], Group }),
        await fields.addMultiChoice(fresh("choices"), { Choices: ["a", "b"], Group }),
        await fields.addBoolean(fresh("flag"), { Group }),
        await fields.addLocation(fresh("place"), { Group }),
        await fields.addImageField(fresh("image"), { Group }),
        await fields.createFieldAsXml(
          `<Field Type="Currency" Name="xml${fresh("x").slice(2)}" DisplayName="${fresh("xml")}" Min="0" Group="Ours"/>`,
        ),
      ];
      const lookup = await fields.addLookup(fresh("lookup"), {
        LookupListId,
        LookupFieldName: "Title",
      });
      await fields.addDependentLookupField(fresh("dependent"), lookup.Id ?? "", "Modified");
      for (const { Id = "", Title } of made)
        expect(await fields.getById(Id).select("Title")()).toMatchObject({ Title });
      const field = fields.getByTitle(made[0]?.Title ?? "");
      await field.update({ Description: "said" });
      await field.setShowInDisplayForm(false);
      await field.setShowInEditForm(false);
      await field.setShowInNewForm(false);
      expect(await field()).toMatchObject({ Description: "said" });
      await field.delete();
      await expect(fields.getById(made[0]?.Id ?? "")()).rejects.toThrow("does not exist");
    }
    const country = on.sp.site.rootWeb.fields.getByInternalNameOrTitle(
      "Other Address Country/Region",
    );
    expect(await country()).toMatchObject({ InternalName: "OtherAddressCountry" });
  });

  it("gives lists the types of the site with the columns that they bring", async () => {
    const column = await on.web.fields.addText(fresh("measure"), {});
    const added = await on.web.contentTypes.add("0x0100", fresh("Type"));
    const id = added.data.StringId ?? "";
    const linked = await on.site.call("admin", "POST", `web/contentTypes('${id}')/fieldLinks`, {
      body: { FieldInternalName: column.InternalName, Required: true },
    });
    expect(linked.status).toBe(201);
    const type = on.web.contentTypes.getById(id);
    expect((await type.fieldLinks()).at(-1)).toMatchObject({ Id: column.Id, Required: true });
    expect((await type.fields()).at(-1)).toMatchObject({ Id: column.Id });
    expect(await type.parent()).toMatchObject({ StringId: "0x01" });
    expect(await type.workflowAssociations()).toEqual([]);
    const list = await aList();
    await list.contentTypes.addAvailableContentType(id);
    expect(await list.fields.getById(column.Id ?? "")()).toMatchObject({ Id: column.Id });
    await (await aList(101)).contentTypes.addAvailableContentType("0x010102");
  });

  it("keeps defaults of columns by folder", async () => {
    const list = await aList(101);
    await list.fields.addText("Word");
    await list.fields.addNumber("Count");
    const defaults = [
      { name: "Word", value: "usual" },
      { name: "Count", value: 7 },
    ];
    await list.rootFolder.setDefaultColumnValues(defaults);
    expect(await list.rootFolder.getDefaultColumnValues()).toHaveLength(2);
    await list.rootFolder.files.addUsingPath("a.txt", "x");
    expect(await list.items.getById(1)()).toMatchObject({ Word: "usual", Count: 7 });
    await list.rootFolder.clearDefaultColumnValues();
    expect(await list.getDefaultColumnValues()).toEqual([]);
  });
});
