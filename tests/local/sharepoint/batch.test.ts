import { describe, expect, it } from "vitest";
import { withSite } from "./support/site.ts";

describe("$batch", () => {
  it("answers PnPjs in order, each part failing alone", () =>
    withSite(async (site) => {
      await site.as("admin").web.lists.add("Actions");
      const [batch, execute] = site.as("admin").batched();
      const list = () => batch.web.lists.getByTitle("Actions");
      const parts = [
        list().items.add({ Title: "a" }),
        batch.web.lists.getByTitle("Nope").items(),
        list().items.getById(1).update({ Title: "b" }),
        list().items.getById(9).delete(),
        list().items.select("Title")(),
        list().items.add({ Title: "c" }),
      ];
      const settled = Promise.allSettled(parts);
      await execute();
      const results = await settled;
      expect(results.map(({ status }) => status)).toEqual([
        "fulfilled",
        "rejected",
        "fulfilled",
        "rejected",
        "fulfilled",
        "fulfilled",
      ]);
      expect(results[2]).toMatchObject({ value: { etag: expect.stringContaining(",2") } });
      expect(results[4]).toMatchObject({ value: [{ Title: "b" }] });
    }));

  it.each(["\n", "\r\n"])("reads parts whose lines end with %j", (end) =>
    withSite(async (site) => {
      const lines = [
        "--batch_1",
        "Content-Type: application/http",
        "Content-Transfer-Encoding: binary",
        "",
        `GET ${site.api}/web?$select=Title HTTP/1.1`,
        "accept: application/json;odata=nometadata",
        "",
        "--batch_1--",
        "",
      ];
      const answer = await site.call("admin", "POST", "$batch", {
        body: lines.join(end),
        headers: { "Content-Type": "multipart/mixed; boundary=batch_1" },
      });
      expect(answer.status).toBe(200);
      expect(answer.headers.get("content-type")).toMatch(
        /^multipart\/mixed; boundary=batchresponse_/,
      );
      expect(answer.text).toContain("HTTP/1.1 200 OK\r\n");
      expect(answer.text).toContain('\r\n\r\n{"Title":"plan"}\r\n--batchresponse_');
    }),
  );

  it("takes a hundred calls and no more", () =>
    withSite(async (site) => {
      const send = async (count: number) => {
        const part = `--b\nContent-Type: application/http\n\nGET ${site.api}/web/Title HTTP/1.1\naccept: application/json\n\n`;
        return site.call("admin", "POST", "$batch", {
          body: `${part.repeat(count)}--b--\n`,
          headers: { "Content-Type": "multipart/mixed; boundary=b" },
        });
      };
      expect((await send(100)).text.match(/HTTP\/1\.1 200/g)).toHaveLength(100);
      expect((await send(101)).status).toBe(400);
    }));

  it("sees in a later part the rights that an earlier part took away", () =>
    withSite(async (site) => {
      const { web } = site.as("admin");
      await web.lists.add("Actions");
      const owner = await web.ensureUser("alpha@marlshire.example");
      const level = await web.roleDefinitions.getByName("Full Control")();
      await web.roleAssignments.add(owner.Id, level.Id);
      const [batch, execute] = site.as("alpha").batched();
      const settled = Promise.allSettled([
        batch.web.roleAssignments.remove(owner.Id, level.Id),
        batch.web.lists.getByTitle("Actions").items.add({ Title: "a" }),
      ]);
      await execute();
      expect((await settled).map(({ status }) => status)).toEqual(["fulfilled", "rejected"]);
    }));
});
