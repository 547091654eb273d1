import { get } from "node:http";
import { tmpdir } from "node:os";
import { MessageActivity } from "@microsoft/teams.api";
import { decodeJwt } from "jose";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { people, personById } from "#local/people.ts";
import { apiToken } from "#local/sign-in/tokens.ts";
import { startTeams } from "#local/teams/service.ts";
import { botClientId, tabClientId } from "../sign-in/a-sign-in.ts";
import { aCard, answerCard, answerError, answerMessage } from "./answers.ts";
import { asPage, botToken, teamsWithBot } from "./a-bot.ts";

const planChannel = "19:plan@thread.tacv2";
const card = { body: [{ type: "TextBlock", text: "2.1" }] };
const leadA = somebody("lead-a");

async function opened(...options: Parameters<typeof teamsWithBot>) {
  const all = await teamsWithBot(...options);
  onTestFinished(() => all[Symbol.asyncDispose]());
  return all;
}

function aCardMessage() {
  return new MessageActivity("").addCard("adaptive", aCard(card));
}

describe("the connector", () => {
  it("adds the app to the channel at the first start, and not again", async () => {
    const all = await opened();
    await vi.waitFor(() => expect(all.received).toHaveLength(2), 10_000);
    expect(all.received.map(({ type }) => type)).toEqual([
      "conversationUpdate",
      "installationUpdate",
    ]);
    expect(all.received[0]).toMatchObject({
      membersAdded: [{ id: `28:${botClientId}` }],
      channelData: { channel: { id: planChannel }, eventType: "teamMemberAdded" },
    });
    await all.teams.appAdded;
    await all.restart();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(all.received).toHaveLength(2);
  });

  it("takes a card, a change to it, a reply in its thread and a deletion", async () => {
    const { teams, bot, botKey } = await opened();
    const first = await bot.send(planChannel, aCardMessage());
    await bot.reply(planChannel, first.id, "See above");
    // As botframework-connector replies: to an activity, and not into its thread.
    const token = await botToken(teams, botKey, "https://api.botframework.com/.default");
    const older = `${teams.serviceUrl}v3/conversations/${planChannel}/activities/${first.id}`;
    await fetch(older, {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      body: JSON.stringify({ type: "message", text: "As an older SDK replies" }),
    });
    const changed = new MessageActivity("changed");
    changed.id = first.id;
    await bot.send(planChannel, changed);
    const { body } = await asPage(teams, "scrutiny", "messages?in=channel");
    expect(body).toMatchObject([
      { id: first.id, text: "changed", cards: [], edited: true, from: { isApp: true } },
      { root: first.id, text: "See above" },
      { root: first.id, text: "As an older SDK replies" },
    ]);
    await bot.api.conversations.deleteActivity(planChannel, first.id);
    expect((await asPage(teams, "owner", "messages?in=channel")).body).toMatchObject([
      { id: first.id, deleted: true, text: "" },
      {},
      {},
    ]);
  });

  it("keeps messages over a restart", async () => {
    const all = await opened();
    await all.bot.send(planChannel, "kept");
    await all.restart();
    expect((await asPage(all.teams, "owner", "messages?in=channel")).body).toMatchObject([
      { text: "kept" },
    ]);
  });

  it("keeps a tab that somebody added, for everybody, over a restart", async () => {
    const all = await opened();
    const tab = { name: "Second plan", entityId: "plan", url: `${all.appUrl}/tab/?plan=2` };
    expect(await asPage(all.teams, "lead-a", "tabs", tab)).toEqual({
      status: 201,
      body: { ...tab, id: "1" },
    });
    await all.restart();
    expect((await asPage(all.teams, "scrutiny", "settings")).body).toMatchObject({
      tabs: [{ id: "plan", url: `${all.appUrl}/tab/` }, tab],
    });
  });

  it("sets a tab up anew where it stands, under the name that it has", async () => {
    const all = await opened();
    const tab = { name: "Second plan", entityId: "plan", url: `${all.appUrl}/tab/?plan=2` };
    await asPage(all.teams, "lead-a", "tabs", tab);
    const asked = { ...tab, name: "Third plan", url: `${all.appUrl}/tab/?plan=3` };
    const kept = { ...asked, name: "Second plan", id: "1" };
    expect(await asPage(all.teams, "owner", "tabs/1", asked)).toEqual({ status: 200, body: kept });
    expect((await asPage(all.teams, "owner", "tabs/2", asked)).status).toBe(404);
    await all.restart();
    expect((await asPage(all.teams, "scrutiny", "settings")).body).toMatchObject({
      tabs: [{ id: "plan" }, kept],
    });
  });

  it("adds no tab that opens another site", async () => {
    const { teams } = await opened();
    const tab = { name: "Elsewhere", entityId: "plan", url: "https://elsewhere.example/tab/" };
    expect(await asPage(teams, "lead-a", "tabs", tab)).toMatchObject({
      status: 400,
      body: { error: { message: "A tab opens an address of its own app only." } },
    });
  });

  it("opens a chat with one person, which nobody else sees", async () => {
    const { teams, bot } = await opened();
    const { id } = await bot.api.conversations.create({
      members: [{ id: leadA.mri, name: "", role: "user" }],
      tenantId: "7a4d2c10-0000-4000-8000-000000000001",
      isGroup: false,
    });
    await bot.send(id, "three actions are due");
    expect((await asPage(teams, "lead-a", "messages?in=personal")).body).toMatchObject([
      { text: "three actions are due" },
    ]);
    expect((await asPage(teams, "lead-b", "messages?in=personal")).body).toEqual([]);
  });

  it("says who is in the channel", async () => {
    const { bot } = await opened();
    const members = await bot.api.conversations.getMembers(planChannel);
    expect(members).toHaveLength(people.length);
    const paged = await bot.api.conversations.getPagedMembers(planChannel);
    expect(paged.members).toHaveLength(people.length);
    const one = await bot.api.conversations.getMemberById(planChannel, leadA.objectId);
    expect(one).toMatchObject({ id: leadA.mri, aadObjectId: leadA.objectId, name: leadA.name });
    await expect(bot.api.conversations.getMemberById(planChannel, "29:x")).rejects.toThrow("404");
  });

  it.each([
    ["no token", undefined],
    ["a person's token", "token"],
    ["the app's token for SharePoint", "http://127.0.0.1:9/.default"],
  ])("refuses a caller with %s", async (_what, token) => {
    const { teams, botKey } = await opened();
    const bearer =
      token === "token"
        ? await tabToken(teams, "lead-a", `api://${tabClientId}/access_as_user`)
        : typeof token === "string"
          ? await botToken(teams, botKey, token)
          : undefined;
    const answer = await fetch(`${teams.serviceUrl}v3/conversations/${planChannel}/activities`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        ...(bearer ? { authorization: `Bearer ${bearer}` } : {}),
      },
      body: JSON.stringify({ type: "message", text: "forged" }),
    });
    expect(answer.status).toBe(401);
    expect((await asPage(teams, "owner", "messages?in=channel")).body).toEqual([]);
  });

  it("refuses a person, and another app, even with a token meant for it", async () => {
    const { teams, authority } = await opened();
    const { entra } = await authority();
    const meantForIt = { aud: "https://api.botframework.com" };
    for (const claims of [
      { ...meantForIt, appid: botClientId, oid: leadA.objectId, scp: "access_as_user" },
      { ...meantForIt, appid: tabClientId, idtyp: "app" },
    ]) {
      const { token } = await entra.issue(claims);
      const answer = await fetch(`${teams.serviceUrl}v3/conversations/${planChannel}/members`, {
        headers: { authorization: `Bearer ${token}` },
      });
      expect(answer.status).toBe(401);
    }
  });

  it("names the route that it does not answer", async () => {
    const { teams, botKey } = await opened();
    const token = await botToken(teams, botKey, "https://api.botframework.com/.default");
    const answer = await fetch(`${teams.serviceUrl}v3/attachments/1`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(answer.status).toBe(501);
    expect(await answer.text()).toContain("GET /connector/v3/attachments/1");
  });

  it("refuses a message above 100 KB, a stranger's message and an unknown thread", async () => {
    const { bot, teams } = await opened();
    await expect(bot.send(planChannel, "x".repeat(110_000))).rejects.toThrow("413");
    await expect(bot.send("19:other@thread.tacv2", "hello")).rejects.toThrow("404");
    await expect(bot.reply(planChannel, "123", "hello")).rejects.toThrow("404");
    const { body } = await asPage(teams, "owner", "messages", { in: "channel", text: "mine" });
    const id = JSON.parse(JSON.stringify(body)).id;
    const changed = new MessageActivity("not mine");
    changed.id = id;
    await expect(bot.send(planChannel, changed)).rejects.toThrow("403");
  });
});

describe("what people write", () => {
  it("reaches the app when it is mentioned in the channel", async () => {
    const { teams, bot, received } = await opened();
    const said: unknown[] = [];
    bot.on("message", async (turn) => {
      const { text, from, conversation } = turn.activity;
      said.push({ text, from, conversation: conversation.id });
      await turn.reply("heard");
    });
    await asPage(teams, "lead-a", "messages", { in: "channel", text: "among ourselves" });
    const { body } = await asPage(teams, "lead-a", "messages", {
      in: "channel",
      text: "@Action plan 2.1",
    });
    await vi.waitFor(() => expect(said).toHaveLength(1), 10_000);
    const { id } = JSON.parse(JSON.stringify(body));
    expect(said).toEqual([
      {
        text: expect.stringContaining("2.1"),
        from: { id: leadA.mri, name: leadA.name, aadObjectId: leadA.objectId },
        conversation: `${planChannel};messageid=${id}`,
      },
    ]);
    expect(received.filter(({ type }) => type === "message")).toMatchObject([
      { entities: [{ type: "mention", mentioned: { id: `28:${botClientId}` } }, {}] },
    ]);
    await vi.waitFor(async () => {
      const all = await asPage(teams, "owner", "messages?in=channel");
      expect(all.body).toMatchObject([
        {},
        {},
        { root: id, text: expect.stringContaining("heard") },
      ]);
    }, 10_000);
  });

  it("shows why when the app does not answer", async () => {
    const { teams, bot } = await opened();
    bot.on("message", async () => {
      throw new Error("broken on purpose");
    });
    await asPage(teams, "lead-a", "messages", { in: "personal", text: "2.1" });
    await vi.waitFor(
      async () => {
        const { body } = await asPage(teams, "lead-a", "messages?in=personal");
        expect(body).toMatchObject([{ problem: "Action plan answered with an error (500)." }]);
      },
      { timeout: 10_000 },
    );
  });
});

describe("a press on a card", () => {
  it("reaches the app with who pressed, where and what; the answer comes back", async () => {
    const { teams, bot, received } = await opened();
    bot.on("card.action", async () => answerCard(card));
    const { id } = await bot.send(planChannel, aCardMessage());
    const press = aPress(id, { action: 12, rating: "green" });
    const answer = await asPage(teams, "lead-b", "card-actions", press);
    expect(answer).toMatchObject({
      status: 200,
      body: { kind: "card", card: { ...card, type: "AdaptiveCard" } },
    });
    expect(received.at(-1)).toMatchObject({
      type: "invoke",
      name: "adaptiveCard/action",
      from: { name: "Lead officer B", aadObjectId: personById("lead-b")?.objectId },
      conversation: { id: `${planChannel};messageid=${id}`, conversationType: "channel" },
      channelData: { team: {}, channel: { id: planChannel }, tenant: {} },
      replyToId: id,
      value: { trigger: "manual", action: { verb: "save", data: { action: 12, rating: "green" } } },
    });
  });

  it("is repeated once with the person's token when the app asks to sign in", async () => {
    const { teams, bot } = await opened();
    const tokens: string[] = [];
    const saved = (token: string) => {
      tokens.push(token);
      return answerMessage("saved");
    };
    bot.on("card.action", async ({ activity, api }) => {
      const who = {
        userId: activity.from.id,
        connectionName: "sharepoint",
        channelId: "msteams",
      } as const;
      const known = await api.users.getToken(who).catch((cause) => cause.response.status);
      if (typeof known === "object") return saved(known.token);
      expect(known).toBe(404);
      const value: { authentication?: { token: string } } = { ...activity.value };
      if (value.authentication) {
        const exchangeRequest = { token: value.authentication.token };
        const { token } = await api.users.exchangeToken({ ...who, exchangeRequest });
        return saved(token);
      }
      const resource = await api.bots.signIn.getResource({ state: "x" });
      return {
        statusCode: 401,
        type: "application/vnd.microsoft.activity.loginRequest",
        value: { ...resource, text: "Sign in", connectionName: "sharepoint", buttons: [] },
      };
    });
    const { id } = await bot.send(planChannel, aCardMessage());
    for (const person of ["lead-a", "lead-a", "lead-b"]) {
      const { body } = await asPage(teams, person, "card-actions", aPress(id, {}));
      expect(body).toMatchObject({ kind: "message", text: "saved" });
    }
    expect(tokens.map((token) => decodeJwt(token)["name"])).toEqual([
      "Lead officer A",
      "Lead officer A",
      "Lead officer B",
    ]);
    expect(await teams.authenticate(String(tokens[0]))).toMatchObject({
      loginName: leadA.loginName,
      siteAdmin: false,
    });
  });

  it.each([
    ["Only the agency may rate this.", "Only the agency may rate this."],
    ["", "Action plan did not say what became of it. Try again."],
  ])("that the app refuses is told in words", async (message, words) => {
    const { teams, bot } = await opened();
    bot.on("card.action", async () => answerError(message));
    const { id } = await bot.send(planChannel, aCardMessage());
    const { body } = await asPage(teams, "outsider", "card-actions", aPress(id, {}));
    expect(body).toEqual({ kind: "failure", text: words });
  });
});

describe("the token service", () => {
  it("exchanges no other person's token, and none for another API", async () => {
    const { teams, bot, authority } = await opened();
    const anothers = await apiToken(await authority(), somebody("lead-b"), {
      audience: `api://${botClientId}`,
      clientId: botClientId,
    });
    const exchange = (token: string) =>
      bot.api.users.exchangeToken({
        userId: leadA.mri,
        connectionName: "sharepoint",
        channelId: "msteams",
        exchangeRequest: { token },
      });
    const token = await tabToken(teams, "lead-a", `api://${tabClientId}/access_as_user`);
    await expect(exchange(token)).rejects.toThrow("412");
    await expect(exchange(anothers.token)).rejects.toThrow("412");
    await expect(exchange("not a token")).rejects.toThrow("412");
  });

  it("forgets a person who signed out", async () => {
    const { teams, botKey } = await opened();
    const bearer = await botToken(teams, botKey, "https://api.botframework.com/.default");
    const query = `userId=${leadA.mri}&connectionName=sharepoint&channelId=msteams`;
    const ask = async (route: string, method = "GET") =>
      (
        await fetch(`${teams.tokenServiceUrl}/api/usertoken/${route}?${query}`, {
          method,
          headers: { authorization: `Bearer ${bearer}` },
        })
      ).status;
    expect(await ask("GetToken")).toBe(404);
    expect(await ask("SignOut", "DELETE")).toBe(200);
    expect(await ask("GetAadTokens", "POST")).toBe(501);
  });
});

describe("the page's own interface", () => {
  it("gives the tab tokens for SharePoint and its own API, and for nothing else", async () => {
    const { teams } = await opened();
    const token = await tabToken(
      teams,
      "chair",
      "http://127.0.0.1:9/AllSites.Write openid profile",
    );
    expect(await teams.authenticate(token)).toMatchObject({ name: "Challenge chair" });
    const refused = (clientId: string, scope: string) =>
      asPage(teams, "chair", "token", { clientId, scope });
    expect(await refused("other", "http://127.0.0.1:9/.default")).toMatchObject({ status: 400 });
    expect(await refused(tabClientId, "https://graph.microsoft.com/.default")).toMatchObject({
      status: 400,
      body: { error: { code: "invalid_scope" } },
    });
    expect(
      await refused(tabClientId, `http://127.0.0.1:9/.default api://${tabClientId}/.default`),
    ).toMatchObject({ status: 400 });
    expect(await refused(tabClientId, "http://127.0.0.1:99/.default")).toMatchObject({
      status: 400,
    });
  });

  it.each([
    ["another website", { origin: "https://evil.example" }],
    ["the tab's frame", { "sec-fetch-site": "same-site" }],
    ["another website, as the browser says", { "sec-fetch-site": "cross-site" }],
    ["a request that does not say where it comes from", {}],
  ])("answers nothing to %s", async (_what, headers) => {
    const { teams } = await opened();
    const answer = await fetch(`${teams.origin}/as/lead-a/api/token`, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify({ clientId: tabClientId, scope: "http://127.0.0.1:9/.default" }),
    });
    expect(answer.status).toBe(403);
    expect(answer.headers.get("access-control-allow-origin")).toBeNull();
  });

  it.each(["evil.example", "localhost"])("answers nothing under the host name %s", async (host) => {
    const { teams } = await opened();
    const { port } = new URL(teams.origin);
    for (const path of [
      "/",
      "/as/lead-a/api/settings",
      "/sign-in/botframework/v1/.well-known/keys",
    ])
      expect(await statusUnder(`${host}:${port}`, `${teams.origin}${path}`)).toBe(421);
    expect(await statusUnder(`127.0.0.1:${port}`, `${teams.origin}/as/lead-a/api/settings`)).toBe(
      200,
    );
  });
});

describe("starting", () => {
  it("says in one sentence that the folder cannot be written", async () => {
    await expect(
      startTeams(someOptions({ port: 0, dataFolder: "/dev/null/data" })),
    ).rejects.toThrow(/^The folder \/dev\/null\/data cannot be written\.$/);
  });

  it("says in one sentence that the port is taken", async () => {
    const { teams } = await opened();
    const port = Number(new URL(teams.origin).port);
    await expect(startTeams(someOptions({ port, dataFolder: tmpdir() }))).rejects.toThrow(
      /^Port \d+ is taken/,
    );
  });
});

function somebody(id: string) {
  const person = personById(id);
  if (!person) throw new Error(`nobody is called ${id}`);
  return person;
}

function someOptions(of: { port: number; dataFolder: string }) {
  return {
    ...of,
    appUrl: "http://127.0.0.1:9",
    sharePointOrigin: "http://127.0.0.1:9",
    appId: "",
    tabClientId,
    botClientId,
    botPublicKey: "",
    staticFolder: of.dataFolder,
  };
}

function aPress(message: string, data: unknown) {
  return { message, trigger: "manual", action: { type: "Action.Execute", verb: "save", data } };
}

/** fetch sets the Host header by itself, so this is asked by hand, with the page's own Origin. */
function statusUnder(host: string, url: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { host, origin: new URL(url).origin } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    }).on("error", reject);
  });
}

async function tabToken(
  teams: Parameters<typeof asPage>[0],
  person: string,
  scope: string,
): Promise<string> {
  const { body } = await asPage(teams, person, "token", { clientId: tabClientId, scope });
  return JSON.parse(JSON.stringify(body)).accessToken;
}
