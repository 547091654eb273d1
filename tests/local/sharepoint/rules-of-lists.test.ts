import { connect } from "node:net";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, it } from "vitest";
import "@pnp/sp/recycle-bin/index.js";
import { withSite } from "./support/site.ts";

describe("the validation of a list", () => {
  it("lets no item through that fails it, by JSON or by form", () =>
    withSite(async (site) => {
      const { web } = site.as("admin");
      await web.lists.add("Dates");
      const list = web.lists.getByTitle("Dates");
      await list.fields.addNumber("First");
      await list.fields.addNumber("Last");
      await list.update({
        ValidationFormula: "=[Last]>=[First]",
        ValidationMessage: "Last comes after first.",
      });
      await list.items.add({ First: 1, Last: 2 });
      await expect(list.items.add({ First: 3, Last: 2 })).rejects.toThrow(/Last comes after first/);
      await expect(list.items.getById(1).update({ Last: 0 })).rejects.toThrow(/\[400\]/);
      const form = await list.items
        .getById(1)
        .validateUpdateListItem([{ FieldName: "Last", FieldValue: "0" }]);
      expect(form).toMatchObject([{ HasException: true, ErrorMessage: "Last comes after first." }]);
      await expect(list.update({ ValidationFormula: "=[Nowhere]>1" })).rejects.toThrow(/Nowhere/);
    }));
});

describe("a calculated column", () => {
  it.each([
    ['=TEXT([Due],"yyyy-mm-dd")', "2026-03-05"],
    ['=TEXT([Due],"dddd, d mmmm yyyy")', "Thursday, 5 March 2026"],
    ['=TEXT([Amount],"#,##0.00")', "1,234.50"],
    ['=TEXT([Amount]/10000,"0.0%")', "12.3%"],
    ['=DATEDIF([Begun],[Due],"d")', "399"],
    ['=DATEDIF([Begun],[Due],"m")', "13"],
    ['=DATEDIF([Begun],[Due],"y")', "1"],
    ['=DATEDIF([Due],[Begun],"d")', "#NUM!"],
    ['=PROPER("in good order")', "In Good Order"],
  ])("works out %s as %s", (Formula, expected) =>
    withSite(async (site) => {
      const { web } = site.as("admin");
      await web.lists.add("Sums");
      const list = web.lists.getByTitle("Sums");
      await list.fields.addDateTime("Begun", {});
      await list.fields.addDateTime("Due", {});
      await list.fields.addNumber("Amount", {});
      await list.fields.addCalculated("Sum", { Formula });
      const added = await list.items.add({
        Begun: "2025-01-30T00:00:00Z",
        Due: "2026-03-05T12:00:00Z",
        Amount: 1234.5,
      });
      expect(added).toMatchObject({ Sum: expected });
    }),
  );
});

describe("a default that is worked out", () => {
  it("stands in new items, and may not refer to other columns", () =>
    withSite(async (site) => {
      const { web } = site.as("admin");
      await web.lists.add("Tasks");
      const { fields, items } = web.lists.getByTitle("Tasks");
      await fields.addDateTime("Due", { DefaultFormula: "=TODAY()+7" });
      await fields.addText("Kind", { DefaultFormula: '="of "&YEAR(DATE(2026,1,1))' });
      const today = Math.floor(Date.now() / 86_400_000);
      const added = await items.add({ Title: "one" });
      expect(added).toMatchObject({ Kind: "of 2026" });
      expect(Date.parse(added.Due) / 86_400_000 - today).toBe(7);
      await expect(fields.addText("Bad", { DefaultFormula: "=[Title]" })).rejects.toThrow("[400]");
    }));
});

describe("the recycle bin", () => {
  it("lets things go after 93 days", async () => {
    const dataFolder = await mkdtemp(join(tmpdir(), "local-sharepoint-"));
    const day = 86_400_000;
    const written = (days: number) =>
      `${new Date(Date.now() - days * day).toISOString().slice(0, 19)}Z`;
    try {
      await withSite(
        async (site) => {
          const { web } = site.as("admin");
          await web.lists.add("Tasks");
          const { items } = web.lists.getByTitle("Tasks");
          for (const Title of ["old", "older"]) await items.add({ Title });
          for (const id of [1, 2]) await items.getById(id).recycle();
          expect(await web.recycleBin()).toHaveLength(2);
        },
        { dataFolder },
      );
      const database = new DatabaseSync(join(dataFolder, "sharepoint.sqlite"));
      const age = database.prepare("UPDATE recycled SET at = ? WHERE title = ?");
      age.run(written(92), "old");
      age.run(written(94), "older");
      database.close();
      await withSite(
        async (site) =>
          expect(await site.as("admin").web.recycleBin()).toMatchObject([{ Title: "old" }]),
        { dataFolder },
      );
    } finally {
      await rm(dataFolder, { recursive: true, force: true });
    }
  });
});

describe("a web", () => {
  it("keeps how it looks, and refuses what it does not know", () =>
    withSite(async (site) => {
      const { web } = site.as("admin");
      await web.update({ SiteLogoUrl: "/logo.png", QuickLaunchEnabled: false, HeaderEmphasis: 2 });
      expect(await web()).toMatchObject({
        SiteLogoUrl: "/logo.png",
        QuickLaunchEnabled: false,
        HeaderEmphasis: 2,
      });
      await expect(web.update({ Nonsense: 1 })).rejects.toThrow("[400]");
    }));

  it("names what it does not answer", () =>
    withSite(async (site) => {
      for (const path of ["search/query?querytext='x'", "hubSites", "web/getCatalog(113)"]) {
        const answer = await site.call("admin", "GET", path);
        expect(answer.status).toBe(501);
        expect(answer.text).toContain(path.split("?")[0]);
      }
    }));
});

describe("a request that cannot be read", () => {
  it("is answered in SharePoint's words, headers beyond 16 KB with 431", () =>
    withSite(async (site) => {
      const { port } = new URL(site.origin);
      const ask = (bytes: string) =>
        new Promise<string>((resolve, reject) => {
          let answer = "";
          const socket = connect(Number(port), "127.0.0.1");
          socket.setEncoding("utf8").on("data", (chunk) => (answer += String(chunk)));
          socket.on("end", () => resolve(answer)).on("error", reject);
          socket.write(bytes);
        });
      const long = `GET / HTTP/1.1\r\nHost: x\r\nX-Long: ${"x".repeat(20_000)}\r\n\r\n`;
      const tooLong = await ask(long);
      expect(tooLong).toMatch(/^HTTP\/1\.1 431/);
      expect(tooLong).toContain("odata.error");
      expect(await ask("no HTTP\r\n\r\n")).toMatch(/^HTTP\/1\.1 400[\s\S]*odata\.error/);
    }));
});
