import "@pnp/sp/subscriptions/index.js";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { withReceiver, type Receiver } from "./support/receiver.ts";
import { loginOf, withSite, type LocalSite } from "./support/site.ts";

const webhooks = { gather: 30, retry: 20 };
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

function withHookedSite(work: (site: LocalSite, receiver: Receiver) => Promise<void>) {
  return withReceiver((receiver) =>
    withSite(
      async (site) => {
        await site.as("admin").web.lists.add("Actions");
        await work(site, receiver);
      },
      { webhooks },
    ),
  );
}

const list = (site: LocalSite, name = "admin") => site.as(name).web.lists.getByTitle("Actions");
const address = "web/lists/getByTitle('Actions')/subscriptions";

describe("webhooks", () => {
  it("are added once the address has given its token back, and are renewed and removed", () =>
    withHookedSite(async (site, receiver) => {
      const { subscriptions } = list(site);
      const added = await subscriptions.add(receiver.url, inDays(90), "state");
      expect(receiver.validations).toHaveLength(1);
      const { Id: listId } = await list(site).select("Id")();
      expect(added).toMatchObject({
        notificationUrl: receiver.url,
        clientState: "state",
        resource: listId,
        resourceData: null,
      });
      const [found] = await subscriptions<{ id: string }[]>();
      const hook = subscriptions.getById(found?.id ?? "");
      const expires = inDays(100);
      await hook.update(expires);
      expect(await hook()).toMatchObject({
        expirationDateTime: expires.replace("Z", "0000Z"),
        clientState: "state",
      });
      expect(receiver.validations).toHaveLength(1);
      await hook.update(undefined, `${receiver.url}/2`, "other");
      expect(receiver.validations).toHaveLength(2);
      expect(await hook()).toMatchObject({
        notificationUrl: `${receiver.url}/2`,
        clientState: "other",
      });
      expect(await list(site).expand("Subscriptions")()).toMatchObject({
        Subscriptions: [{ clientState: "other" }],
      });
      await hook.delete();
      expect(await subscriptions()).toEqual([]);
      await expect(hook()).rejects.toThrow("[404]");
    }));

  it("understand PATCH and DELETE said in a header, too", () =>
    withHookedSite(async (site, receiver) => {
      await list(site).subscriptions.add(receiver.url, inDays(1));
      const [found] = await list(site).subscriptions<{ id: string }[]>();
      const one = `${address}('${found?.id}')`;
      const patched = await site.call("admin", "POST", one, {
        body: { clientState: "s" },
        headers: { "X-HTTP-Method": "PATCH" },
      });
      expect(patched.status).toBe(204);
      const deleted = await site.call("admin", "POST", one, {
        headers: { "X-HTTP-Method": "DELETE" },
      });
      expect(deleted.status).toBe(204);
      expect(await list(site).subscriptions()).toEqual([]);
    }));

  it.each<[string, Receiver["echo"]]>([
    ["something else", () => ({ body: "no" })],
    ["it as a web page", (token) => ({ body: token, type: "text/html" })],
    ["it with an error", (token) => ({ body: token, status: 500 })],
    ["more than it", (token) => ({ body: `${token}${"x".repeat(1000)}` })],
    ["a way elsewhere", (token) => ({ body: token, status: 302 })],
  ])("are not added where the address answers %s", (_, echo) =>
    withHookedSite(async (site, receiver) => {
      receiver.echo = echo;
      await expect(list(site).subscriptions.add(receiver.url, inDays(1))).rejects.toThrow("[400]");
      expect(await list(site).subscriptions()).toEqual([]);
    }),
  );

  it.each([
    "ftp://127.0.0.1/x",
    "file:///etc/passwd",
    "http://elsewhere.example/hook",
    "http://127.0.0.1.elsewhere.example/hook",
    "http://user:word@127.0.0.1/hook",
    "javascript:alert(1)",
    "//127.0.0.1/hook",
    "",
  ])("never call %j", (notificationUrl) =>
    withHookedSite(async (site) => {
      const answer = await site.call("admin", "POST", address, {
        body: { notificationUrl, expirationDateTime: inDays(1), resource: "x" },
      });
      expect(answer.status).toBe(400);
    }),
  );

  it("live for 180 days at most, and not in the past", () =>
    withHookedSite(async (site, receiver) => {
      const { subscriptions } = list(site);
      for (const expires of [inDays(181), inDays(-1), "soon", ""])
        await expect(subscriptions.add(receiver.url, expires)).rejects.toThrow("[400]");
      expect(receiver.validations).toEqual([]);
      await subscriptions.add(receiver.url, inDays(179));
    }));

  it("belong to whoever manages the list; nobody else makes the service call anything", () =>
    withHookedSite(async (site, receiver) => {
      const { web } = site.as("admin");
      await web.siteGroups.getByName("plan Visitors").users.add(loginOf("reader"));
      const { subscriptions } = list(site, "reader");
      await expect(subscriptions.add(receiver.url, inDays(1))).rejects.toThrow("[403]");
      await expect(subscriptions()).rejects.toThrow("[403]");
      expect(receiver.validations).toEqual([]);
    }));
});

describe("notifications", () => {
  it("tell of many changes at once, and of other lists nothing", () =>
    withHookedSite(async (site, receiver) => {
      await list(site).subscriptions.add(receiver.url, inDays(1), "state");
      await site.as("admin").web.lists.add("Others");
      await site.as("admin").web.lists.getByTitle("Others").items.add({ Title: "x" });
      const [batched, execute] = site.as("admin").batched();
      const { lists } = batched.web;
      const adding = Promise.all(
        ["a", "b", "c"].map((Title) => lists.getByTitle("Actions").items.add({ Title })),
      );
      await execute();
      await adding;
      await receiver.waitFor(1);
      await setTimeout(120);
      const { Id: resource } = await list(site).select("Id")();
      const { Id: webId } = await site.as("admin").web.select("Id")();
      expect(receiver.messages).toMatchObject([
        { value: [{ clientState: "state", resource, webId, siteUrl: "/sites/plan" }] },
      ]);
    }));

  it("come in one message to an address that has several subscriptions", () =>
    withHookedSite(async (site, receiver) => {
      for (const state of ["one", "two"])
        await list(site).subscriptions.add(receiver.url, inDays(1), state);
      await list(site).items.add({ Title: "x" });
      await receiver.waitFor(1);
      await setTimeout(100);
      expect(receiver.messages).toHaveLength(1);
      const states = receiver.messages[0]?.value.map(({ clientState }) => clientState);
      expect(states?.toSorted()).toEqual(["one", "two"]);
    }));

  it("are sent again while they are refused, and no oftener than five times", () =>
    withHookedSite(async (site, receiver) => {
      await list(site).subscriptions.add(receiver.url, inDays(1));
      receiver.refuse = 2;
      await list(site).items.add({ Title: "x" });
      await receiver.waitFor(3);
      await setTimeout(200);
      expect(receiver.messages).toHaveLength(3);
      receiver.refuse = 1000;
      await list(site).items.add({ Title: "y" });
      await receiver.waitFor(8);
      await setTimeout(400);
      expect(receiver.messages).toHaveLength(8);
    }));

  it("that were not told before the service ended are told when it runs again", () =>
    withReceiver(async (receiver) => {
      const dataFolder = await mkdtemp(join(tmpdir(), "local-sharepoint-"));
      await withSite(
        async (site) => {
          await site.as("admin").web.lists.add("Actions");
          await list(site).subscriptions.add(receiver.url, inDays(1));
          await list(site).items.add({ Title: "x" });
        },
        { dataFolder, webhooks: { gather: 60_000, retry: 10 } },
      );
      expect(receiver.messages).toEqual([]);
      await withSite(() => receiver.waitFor(1), { dataFolder, webhooks });
      await setTimeout(100);
      expect(receiver.messages).toHaveLength(1);
      await rm(dataFolder, { recursive: true, force: true });
    }));

  it("stop when the service is closed", () =>
    withReceiver(async (receiver) => {
      await withSite(
        async (site) => {
          await site.as("admin").web.lists.add("Actions");
          await list(site).subscriptions.add(receiver.url, inDays(1));
          receiver.refuse = 1000;
          await list(site).items.add({ Title: "x" });
          await receiver.waitFor(1);
        },
        { webhooks: { gather: 10, retry: 50 } },
      );
      const sent = receiver.messages.length;
      await setTimeout(300);
      expect(receiver.messages).toHaveLength(sent);
    }));
});
