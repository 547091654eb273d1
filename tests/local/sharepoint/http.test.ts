import { describe, expect, it } from "vitest";
import { withSite } from "./support/site.ts";

describe("a call", () => {
  it("from a page of another origin is let through, with what PnPjs sends and reads", () =>
    withSite(async (site) => {
      const asked =
        "authorization,accept,content-type,if-match,x-http-method,x-requestdigest,x-clientservice-clienttag,x-pnpjs-requestid";
      const preflight = await fetch(`${site.api}/web`, {
        method: "OPTIONS",
        headers: {
          Origin: "https://tab.example",
          "Access-Control-Request-Method": "PATCH",
          "Access-Control-Request-Headers": asked,
        },
      });
      expect(preflight.ok).toBe(true);
      expect(preflight.headers.get("access-control-allow-origin")).toBe("https://tab.example");
      const allowed = preflight.headers.get("access-control-allow-headers") ?? "";
      for (const header of asked.split(",")) expect(allowed).toContain(header);
      for (const method of ["PATCH", "DELETE"])
        expect(preflight.headers.get("access-control-allow-methods")).toContain(method);
      const answer = await site.call("admin", "GET", "web", {
        headers: { Origin: "https://tab.example" },
      });
      expect(answer.headers.get("access-control-expose-headers")).toContain("ETag");
      expect(answer.headers.get("access-control-expose-headers")).toContain("Retry-After");
    }));

  it.each([
    ["without a token", ""],
    ["with a token that is nobody's", "stranger"],
  ])("%s is answered with 401", (_, token) =>
    withSite(async (site) => {
      const answer = await site.call(token, "GET", "web");
      expect(answer.status).toBe(401);
      expect(answer.json).toMatchObject({ error_description: expect.any(String) });
      expect(answer.headers.get("www-authenticate")).toMatch(/^Bearer/);
    }),
  );

  it.each([
    ["GET", "web/lists/getByTitle('Documents')/renderListFilterData"],
    ["POST", "web/applyTheme"],
    ["GET", "web/__proto__"],
    ["GET", "web/constructor"],
    ["PUT", "web/lists"],
    ["GET", "search/query"],
  ])("that this service does not know, as %s %s, is answered with 501", (method, path) =>
    withSite(async (site) => {
      const answer = await site.call("admin", method, path);
      expect(answer.status).toBe(501);
      expect(answer.json).toMatchObject({
        "odata.error": { message: { value: expect.stringContaining(`${method} _api/${path}`) } },
      });
    }),
  );

  it("for a list that is not there is told so in SharePoint's words", () =>
    withSite(async (site) => {
      const path = "web/lists/getByTitle('Nope')";
      const value = `List 'Nope' does not exist at site with URL '${site.origin}/sites/plan'.`;
      const content = { code: "-1, System.ArgumentException", message: { lang: "en-US", value } };
      const minimal = await site.call("admin", "GET", path);
      const verbose = await site.call("admin", "GET", path, {
        headers: { Accept: "application/json;odata=verbose" },
      });
      expect(minimal.status).toBe(404);
      expect(minimal.json).toEqual({ "odata.error": content });
      expect(verbose.json).toEqual({ error: content });
    }));

  it.each([
    ["web/lists/getByTitle('x", 400],
    ["web/lists?$top=-1", 400],
    ["web/lists?$top=many", 400],
    ["web?$select=Nope", 400],
    ["web?$expand=Nope", 400],
    ["web/lists?$filter=Nope%20eq%201", 400],
    ["web/%zz", 400],
  ])("that is malformed, as %s, is answered with %i and an error body", (path, status) =>
    withSite(async (site) => {
      const answer = await site.call("admin", "GET", path);
      expect(answer.status).toBe(status);
      expect(answer.json).toMatchObject({ "odata.error": { code: expect.any(String) } });
    }),
  );

  it.each(["{", "[1]", "null", '{"Title": 7}', '{"Title": ""}', '{"Title":"x","Nope":1}'])(
    "with the body %s adds no list",
    (body) =>
      withSite(async (site) => {
        const answer = await site.call("admin", "POST", "web/lists", { body });
        expect(answer.status).toBe(400);
        expect(await site.as("admin").web.lists.filter("Hidden eq false")()).toHaveLength(3);
      }),
  );

  it("with a body beyond the limit is refused", () =>
    withSite(async (site) => {
      const body = { Title: "x".repeat(5_000_000) };
      const answer = await site.call("admin", "POST", "web/lists", { body });
      expect(answer.status).toBe(413);
    }));

  it("reads query strings with plus signs and escapes", () =>
    withSite(async (site) => {
      await site.as("admin").web.lists.add("Actions & more");
      const query = "%24filter=Title+eq+%27Actions+%26+more%27&%24select=Title%2CBaseTemplate";
      const answer = await site.call("admin", "GET", `web/lists?${query}`);
      expect(answer.json).toMatchObject({
        value: [{ Title: "Actions & more", BaseTemplate: 100 }],
      });
    }));

  it("is told to whoever wants to count", async () => {
    const seen: string[] = [];
    await withSite(
      async (site) => {
        await site.call("admin", "GET", "web?$select=Title");
        await site.call("outsider", "GET", "web");
        await site.call("", "GET", "web");
      },
      { onRequest: ({ method, caller, status }) => seen.push(`${method} ${caller} ${status}`) },
    );
    expect(seen).toEqual([
      "GET i:0#.f|membership|admin@marlshire.example 200",
      "GET i:0#.f|membership|outsider@marlshire.example 403",
      "GET undefined 401",
    ]);
  });
});

describe("metadata", () => {
  it("is minimal, none or verbose, as was asked", () =>
    withSite(async (site) => {
      const { Id: id } = await site.as("admin").web.lists.add("Actions");
      await site.as("admin").web.lists.getByTitle("Actions").items.add({ Title: "a" });
      const ask = async (accept: string, path: string) =>
        (await site.call("admin", "GET", path, { headers: { Accept: accept } })).json;
      const item = "web/lists/getByTitle('Actions')/items(1)?$select=Title";
      const editLink = `Web/Lists(guid'${id}')/Items(1)`;
      expect(await ask("application/json", item)).toEqual({
        "odata.metadata": `${site.api}/$metadata#SP.ListData.ActionsListItems/@Element&$select=Title`,
        "odata.type": "SP.Data.ActionsListItem",
        "odata.id": expect.stringMatching(/^[0-9a-f-]{36}$/),
        "odata.etag": expect.stringMatching(/^"[0-9a-f-]{36},1"$/),
        "odata.editLink": editLink,
        Title: "a",
      });
      expect(await ask("application/json;odata=nometadata", item)).toEqual({ Title: "a" });
      expect(await ask("application/json;odata=verbose", item)).toEqual({
        d: {
          __metadata: {
            id: expect.any(String),
            uri: `${site.api}/${editLink}`,
            etag: expect.any(String),
            type: "SP.Data.ActionsListItem",
          },
          Title: "a",
        },
      });
      const all = "web/lists/getByTitle('Actions')/items?$select=Title";
      expect(await ask("application/json;odata=nometadata", all)).toEqual({
        value: [{ Title: "a" }],
      });
      expect(await ask("application/json;odata=verbose", all)).toMatchObject({
        d: { results: [{ Title: "a" }] },
      });
    }));

  it("of a property alone is there, too", () =>
    withSite(async (site) => {
      const ask = async (accept: string, path: string) =>
        (await site.call("admin", "GET", path, { headers: { Accept: accept } })).json;
      expect(await ask("application/json;odata=nometadata", "web/title")).toEqual({
        value: "plan",
      });
      expect(await ask("application/json;odata=verbose", "web/title")).toEqual({
        d: { Title: "plan" },
      });
      expect(
        await ask("application/json;odata=nometadata", "web/EffectiveBasePermissions"),
      ).toEqual({ High: "2147483647", Low: "4294967295" });
    }));
});
