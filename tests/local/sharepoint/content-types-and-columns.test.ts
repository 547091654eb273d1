import "@pnp/sp/column-defaults/index.js";
import "@pnp/sp/content-types/index.js";
import { FieldTypes } from "@pnp/sp/fields/index.js";
import { describe, expect, it } from "vitest";
import { withSite } from "./support/site.ts";

describe("a fresh team site", () => {
  it("has its documents, its assets and its pages", () =>
    withSite(async (site) => {
      const { web } = site.as("admin");
      const lists = await web.lists
        .select("Title", "BaseTemplate", "EntityTypeName")
        .filter("Hidden eq false")();
      expect(lists).toMatchObject([
        { Title: "Documents", BaseTemplate: 101, EntityTypeName: "Shared_x0020_Documents" },
        { Title: "Site Assets", BaseTemplate: 101, EntityTypeName: "SiteAssets" },
        { Title: "Site Pages", BaseTemplate: 119, EntityTypeName: "SitePages" },
      ]);
      expect(await web.defaultDocumentLibrary()).toMatchObject({ Title: "Documents" });
    }));

  it("makes its assets again where they were deleted", () =>
    withSite(async (site) => {
      const { web } = site.as("admin");
      await web.lists.getByTitle("Site Assets").delete();
      const assets = await web.lists.ensureSiteAssetsLibrary();
      expect(await assets()).toMatchObject({ Title: "Site Assets" });
      expect(await (await web.lists.ensureSitePagesLibrary())()).toMatchObject({
        BaseTemplate: 119,
      });
    }));
});

describe("a content type", () => {
  it("comes with every list, and items tell theirs", () =>
    withSite(async (site) => {
      const { web } = site.as("admin");
      await web.lists.add("Tasks");
      const list = web.lists.getByTitle("Tasks");
      expect(await list.contentTypes.select("Name")()).toMatchObject([
        { Name: "Item" },
        { Name: "Folder" },
      ]);
      const { Id, ContentTypeId } = await list.items.add({ Title: "one" });
      const [first] = await list.contentTypes();
      expect(ContentTypeId).toBe(first?.StringId);
      expect(await list.items.getById(Id).contentType()).toMatchObject({ Name: "Item" });
      const found = await list.items.filter(`ContentTypeId eq '${ContentTypeId}'`)();
      expect(found).toHaveLength(1);
    }));

  it("is added to the site, taken into a list, and given to an item", () =>
    withSite(async (site) => {
      const { web } = site.as("admin");
      const asked = "0x0101B6E2CBB8C4F64E9D8D7D1F6CF2B5A2B1";
      const added = await web.contentTypes.add(asked, "Measure", "What is to be done", "Plans");
      const id = added.data.StringId ?? "";
      expect(id).toMatch(/^0x0100[0-9A-F]{32}$/);
      expect(await web.contentTypes.getById(id)()).toMatchObject({ Name: "Measure", StringId: id });
      expect(await web.contentTypes.getById(id).parent()).toMatchObject({ StringId: "0x01" });
      await web.lists.add("Tasks");
      const list = web.lists.getByTitle("Tasks");
      const { data } = await list.contentTypes.addAvailableContentType(id);
      const own = data.StringId ?? "";
      expect(own.startsWith(`${id}00`)).toBe(true);
      const item = list.items.getById((await list.items.add({ ContentTypeId: own })).Id);
      expect(await item.select("ContentTypeId", "ContentType")()).toMatchObject({
        ContentTypeId: own,
        ContentType: "Measure",
      });
      expect(
        await list.items.expand("ContentType").select("Id", "ContentType/Name")(),
      ).toMatchObject([{ ContentType: { Name: "Measure" } }]);
      await expect(list.contentTypes.getById(own).delete()).rejects.toThrow(/in use/);
      await web.contentTypes.getById(id).update({ Description: "Changed" });
      expect(await web.contentTypes.getById(id).fieldLinks()).toMatchObject([
        { Name: "ContentType" },
        { Name: "Title" },
      ]);
      await web.contentTypes.getById(id).delete();
      expect(await web.contentTypes.select("Name")()).not.toContainEqual(
        expect.objectContaining({ Name: "Measure" }),
      );
    }));

  it("that the list does not have is refused", () =>
    withSite(async (site) => {
      await site.as("admin").web.lists.add("Tasks");
      const answer = await site.call("admin", "POST", "web/lists/getByTitle('Tasks')/items", {
        body: { Title: "one", ContentTypeId: "0x0101" },
      });
      expect(answer.status).toBe(400);
    }));
});

describe("a calculated column", () => {
  it("is worked out when items are written, and for those already there", () =>
    withSite(async (site) => {
      const { web } = site.as("admin");
      await web.lists.add("Tasks");
      const list = web.lists.getByTitle("Tasks");
      await list.fields.addNumber("Score");
      const early = await list.items.add({ Title: "early", Score: 9 });
      await list.fields.addCalculated("Rank", { Formula: '=IF([Score]>5,"high","low")&"!"' });
      const item = list.items.getById(early.Id);
      expect(await item.select("Rank")()).toMatchObject({ Rank: "high!" });
      await item.update({ Score: 1 });
      expect(await item.select("Rank")()).toMatchObject({ Rank: "low!" });
      await list.fields.addCalculated("Next", {
        Formula: "=Modified+1",
        OutputType: FieldTypes.DateTime,
      });
      const { Modified, Next } = await item.select("Modified", "Next")();
      expect(Date.parse(Next) - Date.parse(Modified)).toBe(86_400_000);
      expect(await list.fields.getByTitle("Rank")()).toMatchObject({
        TypeAsString: "Calculated",
        ReadOnlyField: true,
      });
    }));

  it.each([
    ["=VLOOKUP([Title],1,2)", "VLOOKUP"],
    ["=[Nowhere]+1", "Nowhere"],
    ["=1+", "syntax error"],
    ["=TODAY()", "TODAY"],
  ])("with the formula %s is refused in words", (Formula, words) =>
    withSite(async (site) => {
      await site.as("admin").web.lists.add("Tasks");
      const fields = site.as("admin").web.lists.getByTitle("Tasks").fields;
      await expect(fields.addCalculated("Sum", { Formula })).rejects.toThrow(words);
    }),
  );
});

describe("a validation", () => {
  it("keeps out what it does not let through, with its own words", () =>
    withSite(async (site) => {
      const { web } = site.as("admin");
      await web.lists.add("Tasks");
      const list = web.lists.getByTitle("Tasks");
      await list.fields.addNumber("Score");
      await list.fields
        .getByTitle("Score")
        .update({ ValidationFormula: "=[Score]<=10", ValidationMessage: "Ten at most." });
      const { Id } = await list.items.add({ Title: "one", Score: 10 });
      await expect(list.items.add({ Title: "two", Score: 11 })).rejects.toThrow("Ten at most.");
      await expect(list.items.getById(Id).update({ Score: 11 })).rejects.toThrow("Ten at most.");
      await list.items.getById(Id).update({ Title: "untouched" });
    }));
});

describe("a column", () => {
  it("shows another part of what a lookup points at", () =>
    withSite(async (site) => {
      const { web } = site.as("admin");
      const { Id: LookupListId } = await web.lists.add("Agencies");
      const agencies = web.lists.getByTitle("Agencies");
      await agencies.fields.addText("Short");
      const agency = await agencies.items.add({ Title: "Council", Short: "C" });
      await web.lists.add("Tasks");
      const list = web.lists.getByTitle("Tasks");
      const primary = await list.fields.addLookup("Agency", {
        LookupListId,
        LookupFieldName: "Title",
      });
      const dependent = await list.fields.addDependentLookupField(
        "Letter",
        primary.Id ?? "",
        "Short",
      );
      expect(dependent).toMatchObject({ IsDependentLookup: true, PrimaryFieldId: primary.Id });
      await list.items.add({ Title: "one", AgencyId: agency.Id });
      const [item] = await list.items.select("Letter/Short").expand("Letter")();
      expect(item).toMatchObject({ Letter: { Short: "C" } });
      expect(await agencies.relatedFields()).toHaveLength(2);
      await list.fields.getByTitle("Letter").delete();
      expect((await list.items())[0]).toMatchObject({ AgencyId: agency.Id });
    }));

  it("can be a place or a picture, or one of the site's own", () =>
    withSite(async (site) => {
      const { web } = site.as("admin");
      await web.lists.add("Tasks");
      const list = web.lists.getByTitle("Tasks");
      expect(await list.fields.addLocation("Where")).toMatchObject({ TypeAsString: "Location" });
      expect(await list.fields.addImageField("Photo")).toMatchObject({ TypeAsString: "Thumbnail" });
      const { Id } = await web.fields.addText("Plan number", { MaxLength: 40, Group: "Plans" });
      const column = web.fields.getById(Id ?? "");
      await column.update({ Description: "Printed on page 1" });
      await column.setShowInEditForm(false);
      expect(await column()).toMatchObject({
        InternalName: "Plan_x0020_number",
        Description: "Printed on page 1",
        SchemaXml: expect.stringContaining('ShowInEditForm="FALSE"'),
      });
      await column.delete();
      await expect(column()).rejects.toThrow(/does not exist/);
    }));

  it("has defaults that depend on the folder", () =>
    withSite(async (site) => {
      const { web } = site.as("admin");
      const list = web.lists.getByTitle("Documents");
      await list.fields.addText("Agency");
      const root = "/sites/plan/Shared Documents";
      await list.rootFolder.folders.addUsingPath("Health");
      await list.setDefaultColumnValues([
        { name: "Agency", path: root, value: "Council" },
        { name: "Agency", path: `${root}/Health`, value: "Health board" },
      ]);
      expect(await list.getDefaultColumnValues()).toMatchObject([
        { name: "Agency", path: root, value: "Council" },
        { name: "Agency", path: `${root}/Health`, value: "Health board" },
      ]);
      for (const folder of [root, `${root}/Health`])
        await web.getFolderByServerRelativePath(folder).files.addUsingPath("a.txt", "text");
      const health = web.getFolderByServerRelativePath(`${root}/Health`);
      expect(await health.getDefaultColumnValues()).toMatchObject([{ value: "Health board" }]);
      const items = await list.items.select("Agency", "FileRef").filter("FSObjType eq 0")();
      expect(items).toMatchObject([{ Agency: "Council" }, { Agency: "Health board" }]);
      expect(await web.lists.getByTitle("Documents")()).toMatchObject({ ItemCount: 3 });
    }));
});
