import { describe, expect, it } from "vitest";
import { loginOf, withSite } from "./support/site.ts";

describe("lists", () => {
  it("are added, ensured, changed and deleted", () =>
    withSite(async (site) => {
      const { web } = site.as("admin");
      const first = await web.lists.ensure("Actions", "What is done", 100, false, {
        EnableVersioning: true,
      });
      const second = await web.lists.ensure("Actions", "What is done now", 100);
      expect([first.created, second.created]).toEqual([true, false]);
      const list = web.lists.getByTitle("Actions");
      await list.update({ EnableAttachments: false, EnableFolderCreation: true, Hidden: true });
      expect(await list()).toMatchObject({
        Title: "Actions",
        Description: "What is done now",
        BaseTemplate: 100,
        EntityTypeName: "ActionsList",
        ListItemEntityTypeFullName: "SP.Data.ActionsListItem",
        EnableAttachments: false,
        EnableFolderCreation: true,
        EnableVersioning: true,
        Hidden: true,
        ItemCount: 0,
      });
      await list.delete();
      await expect(list()).rejects.toThrow("[404]");
      expect(await web.lists.add("Actions")).toMatchObject({ Title: "Actions" });
    }));

  it("stand under Lists, libraries under the web", () =>
    withSite(async (site) => {
      const { web } = site.as("admin");
      await web.lists.add("Plan_of record");
      await web.lists.add("Evidence", "", 101);
      const roots = await web.lists
        .select("RootFolder/ServerRelativeUrl", "EntityTypeName")
        .expand("RootFolder")
        .filter("Hidden eq false and Title ne 'Documents' and not startswith(Title, 'Site ')")();
      expect(roots).toMatchObject([
        { RootFolder: { ServerRelativeUrl: "/sites/plan/Evidence" }, EntityTypeName: "Evidence" },
        {
          RootFolder: { ServerRelativeUrl: "/sites/plan/Lists/Plan_of record" },
          EntityTypeName: "Plan_x005f_of_x0020_recordList",
        },
      ]);
    }));

  it("have one title each", () =>
    withSite(async (site) => {
      const { web } = site.as("admin");
      await web.lists.add("Actions");
      await expect(web.lists.add("actions")).rejects.toThrow("-2130575342");
      await web.lists.add("Others");
      const others = web.lists.getByTitle("Others");
      await expect(others.update({ Title: "Actions" })).rejects.toThrow("-2130575342");
    }));
});

describe("fields", () => {
  it("are made of XML with all that it says", () =>
    withSite(async (site) => {
      const { web } = site.as("admin");
      await web.lists.add("Actions");
      const { fields } = web.lists.getByTitle("Actions");
      await fields.createFieldAsXml(
        "<Field Type='Number' Name='Position' DisplayName='Position &amp; more' Indexed='TRUE' Min='0' Max='10' Decimals='0' Required='TRUE'><Default>1</Default></Field>",
      );
      await fields.createFieldAsXml(
        "<Field Type='Choice' Name='Kind' DisplayName='Kind'><CHOICES><CHOICE>A &lt; B</CHOICE><CHOICE>C</CHOICE></CHOICES></Field>",
      );
      expect(await fields.getByInternalNameOrTitle("Position")()).toMatchObject({
        Title: "Position & more",
        InternalName: "Position",
        FieldTypeKind: 9,
        TypeAsString: "Number",
        Indexed: true,
        Required: true,
        MinimumValue: 0,
        MaximumValue: 10,
        DefaultValue: "1",
      });
      expect(await fields.getByTitle("Kind")()).toMatchObject({ Choices: ["A < B", "C"] });
    }));

  it.each([
    "<Field Type='Rumour' Name='X' DisplayName='X'/>",
    "<Field Type='Text'/>",
    "<Field Type='Text' Name='X'",
    "not XML",
    "<!DOCTYPE f [<!ENTITY x 'y'>]><Field Type='Text' Name='X' DisplayName='&x;'/>",
  ])("are not made of %s", (xml) =>
    withSite(async (site) => {
      const { web } = site.as("admin");
      await web.lists.add("Actions");
      const { fields } = web.lists.getByTitle("Actions");
      await expect(fields.createFieldAsXml(xml)).rejects.toThrow("[400]");
    }),
  );

  it("are changed, indexed and deleted", () =>
    withSite(async (site) => {
      const { web } = site.as("admin");
      await web.lists.add("Actions");
      const list = web.lists.getByTitle("Actions");
      await list.fields.addText("Ref No");
      const field = list.fields.getByInternalNameOrTitle("Ref_x0020_No");
      await list.items.add({ Title: "a", Ref_x0020_No: "1" });
      await field.update({ Title: "Reference", Indexed: true, Required: true });
      expect(await field()).toMatchObject({ Title: "Reference", Indexed: true, Required: true });
      await field.delete();
      await expect(field()).rejects.toThrow("[400]");
      expect(await list.items.getById(1)()).not.toHaveProperty("Ref_x0020_No");
    }));
});

describe("people, groups and levels", () => {
  it("are found, added, renamed and removed", () =>
    withSite(async (site) => {
      const { web } = site.as("admin");
      const user = await web.ensureUser("alpha@marlshire.example");
      expect(user).toMatchObject({ LoginName: loginOf("alpha"), Title: "Officer alpha" });
      await expect(web.ensureUser("nobody@marlshire.example")).rejects.toThrow("[404]");
      const group = await web.siteGroups.add({ Title: "Agency A", Description: "d" });
      await web.siteGroups.getByName("Agency A").users.add(loginOf("alpha"));
      await web.siteGroups.getById(group.Id).update({ Title: "Agency B" });
      const { users } = web.siteGroups.getByName("Agency B");
      expect(await users()).toMatchObject([{ Id: user.Id }]);
      expect(await web.siteUsers.getByLoginName(loginOf("alpha"))()).toMatchObject({ Id: user.Id });
      await users.removeById(user.Id);
      expect(await users()).toEqual([]);
      await web.siteGroups.removeById(group.Id);
      await expect(web.siteGroups.getByName("Agency B")()).rejects.toThrow("[404]");
    }));

  it("tell who one is, and in which groups", () =>
    withSite(async (site) => {
      const { web } = site.as("admin");
      await web.siteGroups.getByName("plan Visitors").users.add(loginOf("reader"));
      const me = await site.as("reader").web.currentUser.expand("Groups")();
      expect(me).toMatchObject({
        LoginName: loginOf("reader"),
        IsSiteAdmin: false,
        Groups: [{ Title: "plan Visitors" }],
      });
    }));

  it("begin with SharePoint's own levels and take new ones", () =>
    withSite(async (site) => {
      const { roleDefinitions } = site.as("admin").web;
      const names = (await roleDefinitions()).map(({ Id, Name }) => [Id, Name]);
      expect(names).toContainEqual([1_073_741_829, "Full Control"]);
      expect(names).toContainEqual([1_073_741_827, "Contribute"]);
      await roleDefinitions.add("Append only", "d", 100, { High: 176, Low: 138_612_835 });
      await roleDefinitions.getByName("Append only").update({
        Description: "e",
        BasePermissions: { High: 176, Low: 138_612_835 },
      });
      expect(await roleDefinitions.getByName("Append only")()).toMatchObject({
        Description: "e",
        BasePermissions: { High: "176", Low: "138612835" },
      });
      await roleDefinitions.getByName("Append only").delete();
      await expect(roleDefinitions.getByName("Append only")()).rejects.toThrow("[404]");
    }));
});
