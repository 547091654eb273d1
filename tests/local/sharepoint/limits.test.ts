import { expect, it } from "vitest";
import { withSite } from "./support/site.ts";

const items = "web/lists/getByTitle('Wide')/items";

it.each([
  ["Title", 255, "text of 255 characters"],
  ["Notes", 65_536, "a note of 64 K"],
])("%s takes %i characters and not one more, by JSON and by form", (name, most) =>
  withSite(async (site) => {
    const { web } = site.as("admin");
    await web.lists.add("Wide");
    await web.lists.getByTitle("Wide").fields.addMultilineText("Notes");
    for (const [length, status] of [
      [most, 201],
      [most + 1, 400],
    ] as const) {
      const text = "x".repeat(length);
      expect((await site.call("admin", "POST", items, { body: { [name]: text } })).status).toBe(
        status,
      );
      const form = await site.call(
        "admin",
        "POST",
        "web/lists/getByTitle('Wide')/AddValidateUpdateItemUsingPath()",
        {
          body: {
            formValues: [
              { FieldName: "Title", FieldValue: "a title" },
              { FieldName: name, FieldValue: text },
            ].slice(name === "Title" ? 1 : 0),
          },
        },
      );
      expect(form.status).toBe(200);
      expect(form.text.includes('"HasException":true')).toBe(status === 400);
    }
    expect(await web.lists.getByTitle("Wide").items()).toHaveLength(2);
  }),
);

it("opens twelve lookups at once, and refuses thirteen as SharePoint does", () =>
  withSite(async (site) => {
    const { web } = site.as("admin");
    const { Id: id } = await web.lists.add("Wide");
    const names = Array.from({ length: 13 }, (_, place) => `To${place}`);
    for (const name of names)
      await web.lists
        .getByTitle("Wide")
        .fields.addLookup(name, { LookupListId: id, LookupFieldName: "Title" });
    await web.lists.getByTitle("Wide").items.add({ Title: "x", To0Id: 1 });
    const open = (count: number) => {
      const some = names.slice(0, count);
      const select = some.map((name) => `${name}/Title`).join(",");
      return site.call("admin", "GET", `${items}?$select=${select}&$expand=${some.join(",")}`);
    };
    expect((await open(12)).status).toBe(200);
    const refused = await open(13);
    expect(refused.status).toBe(500);
    expect(refused.json).toMatchObject({
      "odata.error": {
        code: "-2147024749, Microsoft.SharePoint.SPQueryThrottledException",
      },
    });
  }));
