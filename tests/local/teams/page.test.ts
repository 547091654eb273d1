import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:http";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { MessageActivity } from "@microsoft/teams.api";
import express from "express";
import { chromium, type Browser, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { personById } from "#local/people.ts";
import { buildTeamsPage } from "#local/teams/build-page.ts";
import { testFlags, ensureChromium } from "#tests/support/chromium.ts";
import { tabClientId } from "../sign-in/a-sign-in.ts";
import { aCard, answerCard, answerError } from "./answers.ts";
import { appId, teamsWithBot, type TeamsWithBot } from "./a-bot.ts";
import { buildTab } from "./a-tab/build.ts";

const planChannel = "19:plan@thread.tacv2";
const folder = mkdtempSync(join(tmpdir(), "teams-page-"));
const pageFolder = join(folder, "page");
const tabFolder = join(folder, "tab");
const axeSource = readFileSync(
  createRequire(import.meta.url).resolve("axe-core/axe.min.js"),
  "utf8",
);
let browser: Browser;

beforeAll(async () => {
  [browser] = await Promise.all([
    chromium.launch({ executablePath: ensureChromium(), args: testFlags }),
    buildTeamsPage(pageFolder),
    buildTab(tabFolder),
  ]);
}, 60_000);

afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

/** Teams with a bot, a tab, and a SharePoint that only says who is in which group. */
async function opened(): Promise<TeamsWithBot & { open: typeof openPage }> {
  const site = await aSite();
  const all = await teamsWithBot({ staticFolder: pageFolder, sharePointOrigin: site.origin });
  site.authenticate = all.teams.authenticate;
  all.web.get("/tab/configuration.json", (_request, response) => {
    response.json({
      client: tabClientId,
      authority: `${all.teams.authority}/7a4d2c10-0000-4000-8000-000000000001`,
      scope: `${site.origin}/AllSites.Write`,
      appId,
      host: all.teams.origin,
    });
  });
  all.web.use("/tab", express.static(tabFolder));
  onTestFinished(async () => {
    await all[Symbol.asyncDispose]();
    site.close();
  });
  return Object.assign(all, { open: openPage });
}

async function aSite() {
  const web = express();
  const server = createServer(web);
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  const site: {
    origin: string;
    authenticate: TeamsWithBot["teams"]["authenticate"];
    close: () => void;
  } = {
    origin: `http://127.0.0.1:${address.port}`,
    authenticate: async () => undefined,
    close: () => server.close(),
  };
  web.get("/sites/plan/_api/web/currentuser", async (request, response) => {
    const bearer = request.headers.authorization?.replace("Bearer ", "") ?? "";
    const caller = await site.authenticate(bearer);
    const groups = caller?.name.endsWith("A") ? [{ Title: "Wold Trust leads" }] : [];
    if (!caller || caller.name.includes("outside")) response.sendStatus(403);
    else response.json({ Groups: groups });
  });
  return site;
}

/** A window of its own; whatever leaves the machine or breaks in the page fails the test. */
async function openPage(this: TeamsWithBot, address: string, size = { width: 1440, height: 900 }) {
  const context = await browser.newContext({ viewport: size });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on("pageerror", (cause) => problems.push(String(cause)));
  page.on("console", (said) => {
    if (said.type() === "error" && !said.text().includes("ERR_FAILED")) problems.push(said.text());
  });
  await context.route(
    (url) => url.hostname !== "127.0.0.1",
    (route) => route.abort(),
  );
  onTestFinished(async () => {
    await context.close();
    expect(problems).toEqual([]);
  });
  await page.goto(`${this.teams.origin}${address}`);
  return page;
}

function aRatingCard(of: { title: string; more?: object; link?: string }) {
  return {
    type: "AdaptiveCard",
    version: "1.5",
    body: [
      { type: "TextBlock", text: of.title, wrap: true, style: "heading" },
      {
        type: "Container",
        style: "warning",
        items: [{ type: "RichTextBlock", inlines: [{ type: "TextRun", text: "◐ Amber" }] }],
      },
      {
        type: "Input.ChoiceSet",
        id: "rating",
        label: "Rating you propose",
        style: "expanded",
        isRequired: true,
        errorMessage: "Choose a rating.",
        choices: [
          { title: "Green", value: "green" },
          { title: "Red", value: "red" },
        ],
      },
      {
        type: "Input.ChoiceSet",
        id: "kind",
        label: "What the link shows",
        value: "activity",
        choices: [
          { title: "That something was done as it was agreed (activity)", value: "activity" },
        ],
      },
      {
        type: "Input.Text",
        id: "evidence",
        label: "Link to evidence",
        regex: "^https://[^ ]+$",
        errorMessage: "Paste a whole link.",
      },
    ],
    actions: [
      {
        type: "Action.Execute",
        title: "Save",
        verb: "save",
        style: "positive",
        data: { action: 12 },
      },
      {
        type: "Action.OpenUrl",
        title: "Open in plan",
        url:
          of.link ??
          `https://teams.microsoft.com/l/entity/${appId}/plan?context=%7B%22subEntityId%22%3A%22action%2F12%22%7D`,
      },
    ],
    ...of.more,
  };
}

function aPlainCard(text: string, more: object = {}) {
  return {
    type: "AdaptiveCard",
    version: "1.5",
    body: [{ type: "TextBlock", text, wrap: true }],
    ...more,
  };
}

function inAMessage(card: object, id?: string) {
  const message = new MessageActivity("").addCard("adaptive", aCard(card));
  if (id !== undefined) message.id = id;
  return message;
}

describe("the way in", () => {
  it("offers everybody with the groups that SharePoint says they are in", async () => {
    const all = await opened();
    const page = await all.open("/");
    await page.getByRole("link", { name: "Lead officer A" }).waitFor();
    expect(await page.getByRole("listitem").allInnerTexts()).toEqual([
      expect.stringContaining("Plan owner\nIn no group"),
      expect.stringContaining("Lead officer A\nWold Trust leads"),
      expect.stringContaining("Lead officer B"),
      expect.stringContaining("Lead officer C"),
      expect.stringContaining("Challenge chair"),
      expect.stringContaining("Challenge secretary"),
      expect.stringContaining("Scrutiny member"),
      expect.stringContaining("Somebody from outside\nNo right on the plan's site"),
      expect.stringContaining("Independent member\nIn no group"),
      expect.stringContaining("Board member\nIn no group"),
    ]);
    await page.getByRole("link", { name: "Challenge chair" }).click();
    await page
      .getByText("You are", { exact: false })
      .or(page.getByText("Challenge chair"))
      .waitFor();
    expect(new URL(page.url()).pathname).toBe("/as/chair/");
  });

  it("changes the person and keeps the place and the theme", async () => {
    const all = await opened();
    const page = await all.open("/as/lead-a/chat?theme=dark");
    await page.getByText("Lead officer A").click();
    await page.getByRole("link", { name: "Scrutiny member" }).click();
    await page.waitForURL("**/as/scrutiny/**");
    expect(page.url()).toBe(`${all.teams.origin}/as/scrutiny/chat?theme=dark`);
  });
});

describe("posts", () => {
  it("reach everybody who looks at the channel within a second, and so do the app's answers", async () => {
    const all = await opened();
    all.bot.on("message", async (turn) => {
      const { activity } = turn;
      await turn.reply(`You asked for ${activity.text?.split(" ").at(-1)}`);
    });
    const leadA = await all.open("/as/lead-a/posts");
    const scrutiny = await all.open("/as/scrutiny/posts");
    await scrutiny.getByText("Nothing has been posted yet.", { exact: false }).waitFor();
    await leadA.getByRole("button", { name: "@ Action plan" }).click();
    await leadA.keyboard.type("2.1");
    await leadA.keyboard.press("Enter");
    await scrutiny.getByText("2.1", { exact: false }).first().waitFor({ timeout: 1000 });
    await scrutiny.locator(".replies").getByText("You asked for 2.1").waitFor();
    await scrutiny.getByRole("button", { name: "Reply" }).click();
    await scrutiny.getByRole("textbox", { name: "Reply" }).fill("Thank you <b>all</b>");
    await scrutiny.keyboard.press("Enter");
    await leadA.locator(".replies").getByText("Thank you <b>all</b>").waitFor({ timeout: 1000 });
    await leadA.getByRole("link", { name: "Open thread" }).click();
    await leadA.getByRole("textbox", { name: "Reply" }).waitFor();
    expect(new URL(leadA.url()).pathname).toMatch(/^\/as\/lead-a\/posts\/\d+$/);
  });

  it("say under a message that the app cannot be reached", async () => {
    const all = await opened();
    all.bot.on("message", async () => {
      throw new Error("broken on purpose");
    });
    const page = await all.open("/as/lead-a/chat");
    await page.getByRole("textbox", { name: "Message Action plan" }).fill("2.1");
    await page.keyboard.press("Enter");
    const alert = page.getByRole("alert").getByText("Action plan answered with an error (500).");
    await alert.waitFor();
    expect(await page.getByRole("article").innerText()).toContain("2.1");
  });
});

describe("cards", () => {
  it("are saved by one person and shown changed to the other within a second", async () => {
    const all = await opened();
    const { id } = await all.bot.send(
      planChannel,
      inAMessage(aRatingCard({ title: "Train nurses" })),
    );
    all.bot.on("card.action", async ({ activity }) => {
      const { rating } = activity.value.action.data;
      await all.bot.send(planChannel, inAMessage(aPlainCard(`Rated ${rating}`), id));
      return answerCard(aPlainCard(`Saved ${rating}`));
    });
    const leadA = await all.open("/as/lead-a/posts");
    const scrutiny = await all.open("/as/scrutiny/posts");
    await scrutiny.getByRole("radio", { name: "Green" }).waitFor();
    await leadA.getByRole("radio", { name: "Green" }).check();
    await leadA.getByRole("button", { name: "Save" }).click();
    await scrutiny.getByText("Rated green").waitFor({ timeout: 1500 });
    await leadA.getByText("Saved green").waitFor();
    expect(all.received.at(-1)).toMatchObject({
      value: { trigger: "manual", action: { verb: "save", data: { action: 12, rating: "green" } } },
    });
  });

  it("are not sent while an input is missing or wrong", async () => {
    const all = await opened();
    await all.bot.send(planChannel, inAMessage(aRatingCard({ title: "Train nurses" })));
    const page = await all.open("/as/lead-a/posts");
    await page.getByRole("textbox", { name: "Link to evidence" }).fill("somewhere");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("Choose a rating.").waitFor();
    await page.getByText("Paste a whole link.").waitFor();
    expect(all.received.filter(({ type }) => type === "invoke")).toEqual([]);
  });

  it("keep what was typed when the app refuses it", async () => {
    const all = await opened();
    await all.bot.send(planChannel, inAMessage(aRatingCard({ title: "Train nurses" })));
    all.bot.on("card.action", async () => answerError("Only the agency may rate this."));
    const page = await all.open("/as/lead-b/posts");
    await page.getByRole("radio", { name: "Red" }).check();
    await page.getByRole("textbox", { name: "Link to evidence" }).fill("https://a.example/b");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("alert").getByText("Only the agency may rate this.").waitFor();
    expect(await page.getByRole("radio", { name: "Red" }).isChecked()).toBe(true);
    expect(await page.getByRole("textbox", { name: "Link to evidence" }).inputValue()).toBe(
      "https://a.example/b",
    );
  });

  it("take one press at a time", async () => {
    const all = await opened();
    await all.bot.send(planChannel, inAMessage(aRatingCard({ title: "Train nurses" })));
    all.bot.on("card.action", async () => {
      await new Promise((resolve) => setTimeout(resolve, 500));
      return answerCard(aPlainCard("Saved"));
    });
    const page = await all.open("/as/lead-a/posts");
    await page.getByRole("radio", { name: "Red" }).check();
    await page.getByRole("button", { name: "Save" }).dblclick();
    await page.getByText("Working on it…").waitFor();
    await page.getByText("Saved").waitFor();
    expect(all.received.filter(({ type }) => type === "invoke")).toHaveLength(1);
  });

  it("with the same input ids do not change each other", async () => {
    const all = await opened();
    await all.bot.send(planChannel, inAMessage(aRatingCard({ title: "One" })));
    await all.bot.send(planChannel, inAMessage(aRatingCard({ title: "Two" })));
    const page = await all.open("/as/lead-a/posts");
    await page.getByRole("radio", { name: "Red" }).first().check();
    await page.getByRole("radio", { name: "Green" }).last().check();
    expect(await page.getByRole("radio", { name: "Red" }).first().isChecked()).toBe(true);
  });

  it("refresh by themselves for the people they name, and for nobody else", async () => {
    const all = await opened();
    const more = {
      refresh: {
        action: { type: "Action.Execute", verb: "refresh", data: { action: 12 } },
        userIds: [personById("lead-a")?.mri],
      },
    };
    all.bot.on("card.action", async ({ activity }) =>
      answerCard(aRatingCard({ title: `For ${activity.from.name}`, more })),
    );
    const { id } = await all.bot.send(planChannel, inAMessage(aPlainCard("For all", more)));
    const leadA = await all.open("/as/lead-a/posts");
    const leadB = await all.open("/as/lead-b/posts");
    await leadA.getByText("For Lead officer A").waitFor();
    await leadB.getByText("For all").waitFor();
    const invokes = () => all.received.filter(({ type }) => type === "invoke");
    expect(invokes()).toMatchObject([{ value: { trigger: "automatic" } }]);
    await leadA.getByRole("textbox", { name: "Link to evidence" }).fill("https://a.example");
    await all.bot.send(planChannel, inAMessage(aPlainCard("For all, changed", more), id));
    await leadB.getByText("For all, changed").waitFor({ timeout: 1500 });
    await leadA.getByText("This card has changed.").waitFor();
    expect(await leadA.getByRole("textbox", { name: "Link to evidence" }).inputValue()).toBe(
      "https://a.example",
    );
    await leadA.getByRole("button", { name: "Show the newer card" }).click();
    expect(await leadA.getByRole("textbox", { name: "Link to evidence" }).inputValue()).toBe("");
    expect(invokes()).toHaveLength(2);
  });

  it("leave the answer to one's own press in sight until one moves on", async () => {
    const all = await opened();
    const more = {
      refresh: {
        action: { type: "Action.Execute", verb: "refresh", data: {} },
        userIds: [personById("lead-a")?.mri],
      },
    };
    const { id } = await all.bot.send(planChannel, inAMessage(aPlainCard("For all", more)));
    all.bot.on("card.action", async ({ activity }) => {
      if (activity.value.action.verb === "refresh")
        return answerCard(aRatingCard({ title: "Rate it", more }));
      await all.bot.send(planChannel, inAMessage(aPlainCard("For all, changed", more), id));
      return answerCard(aPlainCard("Saved", more));
    });
    const page = await all.open("/as/lead-a/posts");
    await page.getByRole("radio", { name: "Red" }).check();
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("Saved").waitFor();
    await expect.poll(() => all.received.filter(({ type }) => type === "invoke").length).toBe(3);
    expect(await page.getByText("Saved").isVisible()).toBe(true);
    await page.getByRole("textbox", { name: "Start a post" }).focus();
    await page.getByText("Rate it").waitFor();
  });

  it("show Markdown as Teams does and no tag of a text", async () => {
    const all = await opened();
    const text = "**bold** <img src=x onerror=alert(1)> \\*plain\\* [a](javascript:alert(1))";
    await all.bot.send(planChannel, inAMessage(aPlainCard(text)));
    const page = await all.open("/as/lead-a/posts");
    await page.locator(".card strong").getByText("bold").waitFor();
    expect(await page.locator(".card").innerText()).toContain(
      "<img src=x onerror=alert(1)> *plain* [a](javascript:alert(1))",
    );
    expect(await page.locator(".card img, .card a").count()).toBe(0);
  });
});

describe("the tab", () => {
  it("opens at the place that a card's link names, as the person of the page", async () => {
    const all = await opened();
    await all.bot.send(planChannel, inAMessage(aRatingCard({ title: "Train nurses" })));
    const page = await all.open("/as/lead-a/posts?theme=dark");
    await page
      .getByRole("button", { name: "Open in plan" })
      .or(page.getByRole("link", { name: "Open in plan" }))
      .click();
    const tab = page.frameLocator("iframe[name=tab]");
    await tab.getByText("action/12").waitFor();
    expect(await tab.locator("[data-fact=person]").innerText()).toBe("Lead officer A");
    expect(await tab.locator("[data-fact=theme]").innerText()).toBe("dark");
    await page.getByRole("combobox", { name: "Theme" }).selectOption("contrast");
    await tab.getByText("contrast").waitFor();
    expect(await tab.locator("[data-fact=subPageId]").innerText()).toBe("action/12");
    expect(await page.getByText("Opening Action plan…").isHidden()).toBe(true);
  });

  it("gets a token of that person through MSAL's nested app authentication", async () => {
    const all = await opened();
    const page = await all.open("/as/chair/tab");
    const tab = page.frameLocator("iframe[name=tab]");
    await tab.getByRole("button", { name: "Token" }).click();
    const token = await tab.locator("[data-fact=token]").innerText();
    expect(await all.teams.authenticate(token)).toMatchObject({ name: "Challenge chair" });
    expect(await tab.locator("[data-fact=account]").innerText()).toBe("chair@marlshire.example");
  });

  it("follows its own links, opens dialogs, and is told of what this page cannot do", async () => {
    const all = await opened();
    const page = await all.open("/as/lead-a/tab");
    const tab = page.frameLocator("iframe[name=tab]");
    await tab.getByRole("button", { name: "Dialog" }).click();
    await tab.getByText('{"chosen":3}').waitFor();
    await tab.getByRole("button", { name: "Go to action 7" }).click();
    await tab.getByText("action/7").waitFor();
    expect(new URL(page.url()).search).toBe("?subPageId=action%2F7");
    await tab.getByRole("button", { name: "Ask for something unknown" }).click();
    await page
      .getByText("The tab asked for files.openEverything, which this page does not do.")
      .waitFor();
  });
});

describe("everybody", () => {
  it.each(["default", "dark", "contrast"])(
    "can use it in the %s theme, on a telephone too",
    { timeout: 60_000 },
    async (theme) => {
      const all = await opened();
      const { id } = await all.bot.send(
        planChannel,
        inAMessage(aRatingCard({ title: "Train nurses" })),
      );
      await all.bot.reply(planChannel, id, "A reply to @Action plan");
      const long = "Safeguarding and looked after children in Marlshire".replaceAll(" ", "\u00A0");
      await all.bot.reply(planChannel, id, inAMessage(aRatingCard({ title: long })));
      for (const width of [1440, 320]) {
        const page = await all.open(`/?theme=${theme}`, { width, height: 800 });
        await page.getByRole("link", { name: "Plan owner" }).waitFor();
        expect(await faultsOf(page)).toEqual(noFaults("/"));
        for (const place of ["", `posts/${id}`, "chat", "tab"]) {
          await page.goto(`${all.teams.origin}/as/lead-a/${place}?theme=${theme}`);
          await page.locator("[data-place]").waitFor();
          if (place.startsWith("posts")) await page.getByText("A reply to").waitFor();
          expect(await faultsOf(page)).toEqual(noFaults(`/as/lead-a/${place}`));
        }
        await page.locator("summary").click();
        await page.getByRole("link", { name: "Scrutiny member" }).waitFor();
        expect(await faultsOf(page)).toEqual(noFaults("/as/lead-a/tab"));
      }
    },
  );
});

/** What axe finds, and what one would have to scroll sideways; both are to be nothing. */
async function faultsOf(page: Page): Promise<unknown> {
  await page.evaluate(axeSource);
  return page.evaluate(`axe
    .run({ exclude: ["iframe"] }, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] })
    .then(({ violations }) => ({
      address: location.pathname,
      tooWide: [...document.querySelectorAll("*")]
        .filter((each) => each === document.documentElement || getComputedStyle(each).overflowX === "auto")
        .filter((each) => each.scrollWidth > each.clientWidth)
        .map((each) => each.className || each.tagName),
      found: violations.map(({ id, nodes }) => id + ": " + nodes.map(({ html }) => html).join(" ")),
    }))`);
}

const noFaults = (address: string) => ({ address, tooWide: [], found: [] });
