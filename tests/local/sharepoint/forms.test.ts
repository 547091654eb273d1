import { describe, expect, it } from "vitest";
import { loginOf, withSite, type LocalSite } from "./support/site.ts";
import { folderOf, formOf, makeUpdates } from "./support/updates-list.ts";

const updates = (site: LocalSite) => site.as("admin").web.lists.getByTitle("Updates");

const append = (site: LocalSite, values: Readonly<Record<string, string>>, backdating = false) =>
  updates(site).addValidateUpdateItemUsingPath(
    formOf({ Title: "Said", ...values }),
    folderOf("alpha"),
    backdating,
  );

describe("AddValidateUpdateItemUsingPath", () => {
  it("adds one item and tells its id", () =>
    withSite(async (site) => {
      await makeUpdates(site);
      const answer = await append(site, { Key: "k1", PlanId: "7", Kind: "progress" });
      expect(answer).toContainEqual(
        expect.objectContaining({ FieldName: "Id", FieldValue: "3", ItemId: 3 }),
      );
      expect(answer.every(({ HasException }) => !HasException)).toBe(true);
      expect(await updates(site).items.getById(3)()).toMatchObject({
        Key: "k1",
        PlanId: 7,
        Kind: "progress",
        Needed: "given",
      });
    }));

  it.each([
    ["a choice that is none", { Kind: "rumour" }, "Kind", "not one of the choices"],
    ["a text that is too long", { Short: "longer" }, "Short", "no more than 5 characters"],
    ["a required field left empty", { Needed: "" }, "Needed", "can't leave this blank"],
    ["a number that is none", { PlanId: "seven" }, "PlanId", "Only numbers"],
    ["a column that is not there", { Nope: "x" }, "Nope", "does not exist"],
    ["a column of the system", { FileDirRef: "x" }, "FileDirRef", "written by the system"],
    ["a value that must be unique", { Key: "taken" }, "Key", "duplicate values"],
  ])("tells %s beside its field with 200, and writes nothing", (_, values, field, words) =>
    withSite(async (site) => {
      await makeUpdates(site);
      await append(site, { Key: "taken" });
      const answer = await append(site, { Key: "free", ...values });
      expect(answer.filter(({ HasException }) => HasException)).toEqual([
        expect.objectContaining({ FieldName: field, ErrorMessage: expect.stringContaining(words) }),
      ]);
      expect(await updates(site).items.filter("FSObjType eq 0")()).toHaveLength(1);
    }),
  );

  it("takes one of twenty with the same key that come at once", () =>
    withSite(async (site) => {
      await makeUpdates(site);
      const answers = await Promise.all(
        Array.from({ length: 20 }, () => append(site, { Key: "same" })),
      );
      const won = answers.filter((answer) => answer.every(({ HasException }) => !HasException));
      expect(won).toHaveLength(1);
      expect(await updates(site).items.filter("Key eq 'same'")()).toHaveLength(1);
    }));

  it("refuses a folder that is not there, or of another list", () =>
    withSite(async (site) => {
      await makeUpdates(site);
      await site.as("admin").web.lists.add("Other");
      for (const folder of [
        folderOf("gamma"),
        "/sites/plan/Lists/Other",
        `${folderOf("alpha")}/..`,
      ])
        await expect(
          updates(site).addValidateUpdateItemUsingPath(formOf({ Title: "x" }), folder),
        ).rejects.toThrow("[404]");
    }));

  it("lets whoever manages the list write the past, with author and dates", () =>
    withSite(async (site) => {
      await makeUpdates(site);
      const picked = JSON.stringify([{ Key: loginOf("alpha") }]);
      const past = {
        Created: "2025-03-04T05:06:07Z",
        Modified: "2025-03-04T05:06:07Z",
        Author: picked,
        Editor: picked,
      };
      await append(site, { Key: "k1", ...past }, true);
      const [item] = await updates(site)
        .items.select("Created", "Modified", "Author/Name", "Editor/Name")
        .expand("Author", "Editor")
        .filter("Key eq 'k1'")();
      expect(item).toMatchObject({
        Created: "2025-03-04T05:06:07Z",
        Modified: "2025-03-04T05:06:07Z",
        Author: { Name: loginOf("alpha") },
        Editor: { Name: loginOf("alpha") },
      });
    }));

  it("takes no empty past", () =>
    withSite(async (site) => {
      await makeUpdates(site);
      for (const name of ["Created", "Author"])
        expect(await append(site, { [name]: "" }, true)).toContainEqual(
          expect.objectContaining({ FieldName: name, HasException: true }),
        );
    }));

  it("writes no past where nobody asked for it", () =>
    withSite(async (site) => {
      await makeUpdates(site);
      const answer = await append(site, { Key: "k1", Created: "2025-03-04T05:06:07Z" }, false);
      expect(answer).toContainEqual(
        expect.objectContaining({ FieldName: "Created", HasException: true }),
      );
    }));
});
