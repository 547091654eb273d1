import { describe, expect, it } from "vitest";
import { withSite } from "./support/site.ts";

const everything = { Item: true, Add: true, Update: true, DeleteObject: true };

describe("changes", () => {
  it("tell what happened since a token, of a list and of the web", () =>
    withSite(async (site) => {
      const { web } = site.as("admin");
      const { Id: listId } = await web.lists.add("Actions");
      const list = web.lists.getByTitle("Actions");
      await list.items.add({ Title: "before" });
      const from = await list.select("CurrentChangeToken")();
      const webFrom = await web.select("Id", "CurrentChangeToken")();
      expect(from.CurrentChangeToken.StringValue).toMatch(
        new RegExp(String.raw`^1;3;${listId};\d{18};\d+$`),
      );
      await list.items.add({ Title: "after" });
      await list.items.getById(1).update({ Title: "changed" });
      await list.items.getById(2).delete();
      const expected = [
        { ChangeType: 1, ItemId: 2, ListId: listId },
        { ChangeType: 2, ItemId: 1, ListId: listId },
        { ChangeType: 3, ItemId: 2, ListId: listId },
      ];
      const changes = await list.getChanges({
        ...everything,
        ChangeTokenStart: from.CurrentChangeToken,
      });
      const ofWeb = await web.getChanges({
        ...everything,
        ChangeTokenStart: webFrom.CurrentChangeToken,
      });
      expect(changes).toMatchObject(expected);
      expect(ofWeb).toMatchObject(expected);
      const now = await list.select("CurrentChangeToken")();
      const none = await list.getChanges({
        ...everything,
        ChangeTokenStart: now.CurrentChangeToken,
      });
      expect(none).toEqual([]);
    }));

  it("go on from the token that the last change carries", () =>
    withSite(async (site) => {
      const { web } = site.as("admin");
      await web.lists.add("Actions");
      const list = web.lists.getByTitle("Actions");
      for (const Title of ["a", "b", "c"]) await list.items.add({ Title });
      const query = { ...everything, FetchLimit: 2 };
      const first = await list.getChanges(query);
      const rest = await list.getChanges({
        ...everything,
        ChangeTokenStart: first.at(-1).ChangeToken,
      });
      expect([...first, ...rest].map(({ ItemId }) => ItemId)).toEqual([1, 2, 3]);
    }));

  it("refuse a token that is none, or of another list", () =>
    withSite(async (site) => {
      const { web } = site.as("admin");
      await web.lists.add("Actions");
      await web.lists.add("Others");
      const { CurrentChangeToken: other } = await web.lists
        .getByTitle("Others")
        .select("CurrentChangeToken")();
      const list = web.lists.getByTitle("Actions");
      for (const ChangeTokenStart of [other, { StringValue: "1;3;nonsense" }])
        await expect(list.getChanges({ ...everything, ChangeTokenStart })).rejects.toThrow("[400]");
    }));
});
