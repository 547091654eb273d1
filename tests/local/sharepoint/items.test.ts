import { describe, expect, it } from "vitest";
import { loginOf, withSite, type LocalSite } from "./support/site.ts";

const actions = (site: LocalSite) => site.as("admin").web.lists.getByTitle("Actions");

async function makeActions(site: LocalSite) {
  const { web } = site.as("admin");
  await web.lists.add("Actions");
  const { Id: areas } = await web.lists.add("Areas");
  await web.lists.getByTitle("Areas").items.add({ Title: "Training" });
  const { fields } = actions(site);
  await fields.addText("Ref No", { Indexed: true, EnforceUniqueValues: true });
  await fields.addMultilineText("Body", { RichText: false });
  await fields.addChoice("Status", { Choices: ["Open", "Closed"] });
  await fields.addMultiChoice("Tags", { Choices: ["A", "B"] });
  await fields.addNumber("Score");
  await fields.addDateTime("Due");
  await fields.addUser("Owner", {});
  await fields.addLookup("Area", { LookupListId: areas, LookupFieldName: "Title" });
  await fields.addUrl("Link");
  await fields.addBoolean("Done");
  await fields.createFieldAsXml(
    "<Field Type='UserMulti' Mult='TRUE' Name='Team' DisplayName='Team' UserSelectionMode='PeopleOnly'/>",
  );
  return web.ensureUser(loginOf("alpha"));
}

describe("items", () => {
  it("answer every kind of field as it was written", () =>
    withSite(async (site) => {
      const { Id: alpha } = await makeActions(site);
      const written = {
        Title: "Train staff",
        Ref_x0020_No: "1.1",
        Body: "Line one\nline two; with 'quotes'",
        Status: "Open",
        Tags: ["A", "B"],
        Score: 2.5,
        Due: "2026-11-21T00:00:00Z",
        OwnerId: alpha,
        AreaId: 1,
        Link: { Description: "Evidence", Url: "https://marlshire.example/e" },
        Done: true,
        TeamId: [alpha],
      };
      const added = await actions(site).items.add(written);
      expect(await actions(site).items.getById(added.Id)()).toMatchObject({
        ...written,
        Id: 1,
        ID: 1,
        FileSystemObjectType: 0,
        OData__UIVersionString: "1.0",
        "odata.type": "SP.Data.ActionsListItem",
        "odata.etag": expect.stringMatching(/^"[0-9a-f-]{36},1"$/),
      });
    }));

  it("open people and lookups, one and several", () =>
    withSite(async (site) => {
      const { Id: alpha } = await makeActions(site);
      await actions(site).items.add({ Title: "x", OwnerId: alpha, AreaId: 1, TeamId: [alpha] });
      const items = await actions(site)
        .items.select("Id", "Owner/Title", "Owner/EMail", "Team/Id", "Area/Title", "AreaId")
        .expand("Owner", "Team", "Area")
        .filter("Owner/Title eq 'Officer alpha' and Area/Title eq 'Training'")();
      expect(items).toMatchObject([
        {
          Id: 1,
          Owner: { Title: "Officer alpha", EMail: "alpha@marlshire.example" },
          Team: [{ Id: alpha }],
          Area: { Title: "Training" },
          AreaId: 1,
        },
      ]);
    }));

  it.each([
    ["Status eq 'open'", [1, 2]],
    ["Status ne 'Open'", [3, 4]],
    ["Status eq null", [4]],
    ["Score gt 2 and Score le 3", [2, 3]],
    ["not (Score ge 2)", [1, 4]],
    ["Score eq 1 or (Score eq 3 and Status eq 'Closed')", [1, 3]],
    ["startswith(Title,'act')", [1, 2, 3, 4]],
    ["substringof('ion 3', Title)", [3]],
    ["substringof('100%', Title)", []],
    ["Title eq 'Action ''4'''", [4]],
    ["Due lt datetime'2026-11-03T00:00:00Z'", [1, 2]],
    ["month(Due) eq 11 and day(Due) eq 3", [3]],
    ["Done eq 1", [2]],
    ["Tags eq 'B'", [1]],
    ["Id ge 3", [3, 4]],
  ])("are filtered by %s", (filter, ids) =>
    withSite(async (site) => {
      await makeActions(site);
      const rows = [
        { Title: "Action 1", Status: "Open", Score: 1, Due: "2026-11-01", Tags: ["A", "B"] },
        { Title: "Action 2", Status: "Open", Score: 2.5, Due: "2026-11-02", Done: true },
        { Title: "Action 3", Status: "Closed", Score: 3, Due: "2026-11-03" },
        { Title: "Action '4'" },
      ];
      for (const row of rows) await actions(site).items.add(row);
      const found = await actions(site).items.select("Id").filter(filter)();
      expect(found.map(({ Id }) => Id)).toEqual(ids);
    }),
  );

  it.each([
    ["Nope eq 1", "does not exist"],
    ["Title eq", "not valid"],
    ["Title eq 'x' and", "not valid"],
    ["tolower(Title) eq 'x'", "not supported"],
    ["constructor(Due) eq 1", "not supported"],
    ["Body eq 'x'", "of type 'Note' cannot be used"],
    ["Owner eq 1", "$expand query string must contain Owner"],
    ["1 eq 1); DROP TABLE lists; --", "not valid"],
  ])("refuse the filter %s with 400", (filter, words) =>
    withSite(async (site) => {
      await makeActions(site);
      const path = `web/lists/getByTitle('Actions')/items?$filter=${encodeURIComponent(filter)}`;
      const answer = await site.call("admin", "GET", path);
      expect(answer.status).toBe(400);
      expect(answer.text).toContain(words);
    }),
  );

  it("come in pages that follow on from each other, in any order", () =>
    withSite(async (site) => {
      await makeActions(site);
      for (const Score of [3, 1, undefined, 2, 3])
        await actions(site).items.add({ Title: "x", Score });
      const pages: number[][] = [];
      const items = actions(site).items.select("Id").orderBy("Score", false).top(2);
      for await (const page of items) pages.push(page.map(({ Id }: { Id: number }) => Id));
      expect(pages).toEqual([[1, 5], [4, 2], [3]]);
      const skipped = await actions(site).items.select("Id").skip(3).top(5)();
      expect(skipped.map(({ Id }) => Id)).toEqual([4, 5]);
      const back = await actions(site).items.select("Id").skip(4, true).top(2)();
      expect(back.map(({ Id }) => Id)).toEqual([2, 3]);
    }));

  it("come a hundred at a time unless more are asked for", () =>
    withSite(async (site) => {
      await makeActions(site);
      const [batch, execute] = site.as("admin").batched({ maxRequests: 100 });
      for (let count = 0; count < 101; count++)
        void batch.web.lists.getByTitle("Actions").items.add({ Title: "x" });
      await execute();
      expect(await actions(site).items()).toHaveLength(100);
      expect(await actions(site).items.top(5000)()).toHaveLength(101);
    }));

  it("refuse a change to what somebody else has changed since", () =>
    withSite(async (site) => {
      await makeActions(site);
      const item = actions(site).items.getById((await actions(site).items.add({ Title: "a" })).Id);
      const before = await item();
      const { etag } = await item.update({ Title: "b" }, before["odata.etag"]);
      expect(etag).toBe((await item())["odata.etag"]);
      await expect(item.update({ Title: "c" }, before["odata.etag"])).rejects.toThrow("[412]");
      await expect(item.delete(before["odata.etag"])).rejects.toThrow("[412]");
      expect(await item.select("Title")()).toMatchObject({ Title: "b" });
    }));

  it("keep every version with who made it and when", () =>
    withSite(async (site) => {
      await makeActions(site);
      const item = actions(site).items.getById((await actions(site).items.add({ Title: "a" })).Id);
      await item.update({ Title: "b" });
      await item.validateUpdateListItem([{ FieldName: "Title", FieldValue: "c" }]);
      expect(await item.versions()).toMatchObject([
        { VersionId: 1536, VersionLabel: "3.0", Title: "c", IsCurrentVersion: true },
        { VersionId: 1024, VersionLabel: "2.0", Title: "b", IsCurrentVersion: false },
        {
          VersionId: 512,
          VersionLabel: "1.0",
          Title: "a",
          Created: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/),
          Editor: { LookupValue: "Officer admin" },
        },
      ]);
    }));

  it("leave what only the system writes as it is", () =>
    withSite(async (site) => {
      const { Id: alpha } = await makeActions(site);
      const { Id: id } = await actions(site).items.add({
        Title: "a",
        AuthorId: alpha,
        Created: "2020-01-01T00:00:00Z",
      });
      const item = await actions(site)
        .items.getById(id)
        .select("Author/Name", "Created")
        .expand("Author")();
      expect(item.Author.Name).toBe(loginOf("admin"));
      expect(item.Created > "2026").toBe(true);
    }));

  it("refuse properties that their list has not, and texts that are too long", () =>
    withSite(async (site) => {
      await makeActions(site);
      await expect(actions(site).items.add({ Nope: 1 })).rejects.toThrow("does not exist on type");
      await expect(actions(site).items.add({ Title: "x".repeat(256) })).rejects.toThrow("[400]");
      await expect(actions(site).items.select("Nope")()).rejects.toThrow("[400]");
      expect(await actions(site).items()).toEqual([]);
    }));

  it("are gone when they were deleted or recycled", () =>
    withSite(async (site) => {
      await makeActions(site);
      const first = await actions(site).items.add({ Title: "a" });
      const second = await actions(site).items.add({ Title: "b" });
      await actions(site).items.getById(first.Id).delete();
      expect(await actions(site).items.getById(second.Id).recycle()).toMatch(/^[0-9a-f-]{36}$/);
      expect(await actions(site).items()).toEqual([]);
      await expect(actions(site).items.getById(first.Id)()).rejects.toThrow("[404]");
      expect((await actions(site).items.add({ Title: "c" })).Id).toBe(3);
    }));
});

describe("a column with unique values", () => {
  it("takes one of twenty that come at once", () =>
    withSite(async (site) => {
      await makeActions(site);
      const tries = Array.from({ length: 20 }, () =>
        actions(site).items.add({ Title: "x", Ref_x0020_No: "same" }),
      );
      const results = await Promise.allSettled(tries);
      expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      const [refused] = results.filter((result) => result.status === "rejected");
      expect(String(refused?.reason)).toContain("SPDuplicateValuesFoundException");
      expect(await actions(site).items()).toHaveLength(1);
    }));

  it("cannot be made of values that stand there twice", () =>
    withSite(async (site) => {
      await makeActions(site);
      await actions(site).items.add({ Title: "x" });
      await actions(site).items.add({ Title: "X" });
      const title = actions(site).fields.getByInternalNameOrTitle("Title");
      await expect(title.update({ Indexed: true, EnforceUniqueValues: true })).rejects.toThrow(
        "[400]",
      );
      expect(await title.select("EnforceUniqueValues")()).toMatchObject({
        EnforceUniqueValues: false,
      });
    }));
});
