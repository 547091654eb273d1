import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { withSite, type LocalSite } from "./support/site.ts";

let site: LocalSite;
let finish: () => void = () => undefined;
let closed: Promise<void> = Promise.resolve();

async function fill(large: LocalSite) {
  const { web } = large.as("admin");
  await web.lists.add("Large");
  const { fields } = web.lists.getByTitle("Large");
  await fields.addNumber("Rare", { Indexed: true });
  await fields.addNumber("Common", { Indexed: true });
  await fields.addText("Free");
  for (let from = 0; from < 5001; from += 100) {
    const [batch, execute] = large.as("admin").batched({ maxRequests: 100 });
    for (let id = from; id < Math.min(from + 100, 5001); id++)
      void batch.web.lists.getByTitle("Large").items.add({
        Title: `Item ${id}`,
        Rare: id % 1000,
        Common: 1,
        Free: `f${id}`,
      });
    await execute();
  }
}

describe("a list of more than 5,000 items", () => {
  beforeAll(async () => {
    await new Promise<void>((ready, failed) => {
      closed = withSite(async (started) => {
        site = started;
        await fill(started);
        await new Promise<void>((done) => {
          finish = done;
          ready();
        });
      });
      closed.catch(failed);
    });
  }, 60_000);

  afterAll(async () => {
    finish();
    await closed;
  });

  it.each([
    ["a filter on a column without an index", "$filter=Free eq 'f7'"],
    ["an order by a column without an index", "$orderby=Free"],
    ["an indexed filter that leaves too many", "$filter=Common eq 1"],
    ["either of two columns, one without an index", "$filter=Rare eq 7 or Free eq 'f7'"],
  ])("refuses %s with the error of the threshold", async (_, query) => {
    const answer = await site.call("admin", "GET", `web/lists/getByTitle('Large')/items?${query}`);
    expect(answer.status).toBe(500);
    expect(answer.json).toMatchObject({
      "odata.error": {
        code: "-2147024860, Microsoft.SharePoint.SPQueryThrottledException",
        message: { value: expect.stringContaining("exceeds the list view threshold") },
      },
    });
  });

  it.each([
    ["$filter=Rare eq 7", 5],
    ["$filter=Rare eq 7 and Free eq 'f7'", 1],
    ["$filter=Rare eq 7 or Rare eq 8", 10],
    ["$orderby=Rare desc&$top=5", 5],
    ["$top=5000", 5000],
  ])("answers %s", async (query, count) => {
    const path = `web/lists/getByTitle('Large')/items?$select=Id&${query}`;
    const answer = await site.call("admin", "GET", path);
    expect(answer.json).toHaveProperty("value.length", count);
  });

  it.each<[string, string, number]>([
    [
      "a condition on a column without an index",
      "<Eq><FieldRef Name='Free'/><Value Type='Text'>f7</Value></Eq>",
      500,
    ],
    [
      "an indexed one that leaves too many",
      "<Eq><FieldRef Name='Common'/><Value Type='Number'>1</Value></Eq>",
      500,
    ],
    ["an indexed one", "<Eq><FieldRef Name='Rare'/><Value Type='Number'>7</Value></Eq>", 200],
  ])("answers %s in CAML as in a filter", async (_, where, status) => {
    const path = "web/lists/getByTitle('Large')/getitems";
    const ViewXml = `<View><Query><Where>${where}</Where></Query><RowLimit>10</RowLimit></View>`;
    const answer = await site.call("admin", "POST", path, { body: { query: { ViewXml } } });
    expect(answer.status).toBe(status);
  });

  it("is read to its end in pages of 5,000", async () => {
    const sizes: number[] = [];
    const { items } = site.as("admin").web.lists.getByTitle("Large");
    for await (const page of items.select("Id").top(5000)) sizes.push(page.length);
    expect(sizes).toEqual([5000, 1]);
  });
});
