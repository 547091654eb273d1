import { randomUUID } from "node:crypto";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { tabClientId } from "#local/apps.ts";
import { personById } from "#local/people.ts";
import type { Product } from "#local/product.ts";
import type { Authority } from "#local/sign-in/authority.ts";
import { apiToken, sharePointToken } from "#local/sign-in/tokens.ts";
import { connectSharePoint } from "#sharepoint/connect.ts";
import { proposeRating } from "#usecases/propose-rating.ts";
import { type SampleProduct, sampleProduct } from "#tests/support/sample-product.ts";
import { testFlags, ensureChromium } from "#tests/support/chromium.ts";

let sample: SampleProduct;
let product: Product;
let authority: Authority;
let browser: Browser;
beforeAll(async () => {
  [sample, browser] = await Promise.all([
    sampleProduct("bot"),
    chromium.launch({ executablePath: ensureChromium(), args: testFlags }),
  ]);
  ({ product, authority } = sample);
});
afterAll(async () => {
  await browser.close();
  await sample.close();
});

const waiting = { timeout: 15_000, interval: 200 };

function person(id: string) {
  const found = personById(id);
  if (!found) throw new Error(`Nobody is called ${id}.`);
  return found;
}

async function post(path: string, who: string) {
  const audience = `api://${tabClientId}`;
  const { token } = await apiToken(authority, person(who), { audience, clientId: tabClientId });
  const answer = await fetch(`${product.appUrl}/api${path}`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}` },
  });
  return { status: answer.status, body: await answer.json() };
}

async function storesOf(who: string) {
  const audience = product.sharePointOrigin;
  const { token } = await sharePointToken(authority, person(who), {
    audience,
    clientId: tabClientId,
  });
  return connectSharePoint({ siteUrl: `${audience}/sites/plan`, token: async () => token });
}

const messages = z.array(
  z.looseObject({ id: z.string(), root: z.string().optional(), text: z.string() }),
);

async function channel() {
  const answer = await fetch(`${product.address}/as/owner/api/messages?in=channel`, {
    headers: { origin: product.address },
  });
  return messages.parse(await answer.json());
}

/** An action that lead officer A speaks for, rated straight in SharePoint: no part of the app hears of it from them. */
async function rateInSharePoint(note: string) {
  const stores = await storesOf("lead-a");
  const open = await stores.plans.open(1);
  const action = open.actions.find(({ agencies }) =>
    agencies.some((agency) => open.me.agencies.includes(agency)),
  );
  const agency = action?.agencies.find((each) => open.me.agencies.includes(each));
  if (!action || !agency) throw new Error("Lead officer A has no action.");
  const say = () =>
    proposeRating(stores, {
      open: { ...open, action },
      agency,
      rating: open.plan.scheme.ratings[1]?.id ?? "",
      note,
      evidence: [],
      key: randomUUID(),
    });
  return {
    say,
    action,
    ref: open.recommendations.find(({ id }) => id === action.recommendationId)?.ref ?? "",
  };
}

describe("the thread of a recommendation", () => {
  it("is one, and follows what is written in SharePoint without the app knowing", async () => {
    const { say, action } = await rateInSharePoint("Written in the lists.");
    const path = `/plans/1/recommendations/${action.recommendationId}/thread`;
    const opened = await Promise.all([
      post(path, "lead-a"),
      post(path, "chair"),
      post(path, "owner"),
    ]);
    expect(opened.map(({ status }) => status)).toEqual([200, 200, 200]);
    const ids = new Set(opened.map(({ body }) => Object(body).message));
    expect(ids.size).toBe(1);
    const [root] = [...ids].map(String);
    expect((await post(path, "outsider")).status).toBe(403);

    await say();
    await vi.waitFor(async () => {
      const all = await channel();
      expect(JSON.stringify(all.find(({ id }) => id === root))).toContain("Updated today");
      const lines = all.filter((each) => each.root === root && each.text.includes("proposes"));
      expect(lines).toHaveLength(1);
    }, waiting);
  });
});

const address = () => `${product.appUrl}/api/webhooks/sharepoint`;

describe("SharePoint's notices of changes", () => {
  it("prove the address with the token that was sent", async () => {
    const token = "a token <b> & more";
    const url = `${address()}?validationtoken=${encodeURIComponent(token)}`;
    const answer = await fetch(url, { method: "POST" });
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toMatch(/^text\/plain/);
    expect(await answer.text()).toBe(token);
  });

  it.each([
    ["no secret", { value: [{}] }],
    ["another secret", { value: [{ clientState: "guessed" }] }],
    ["nothing", { value: [] }],
  ])("are refused with %s", async (_what, body) => {
    const answer = await fetch(address(), {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    expect(answer.status).toBe(403);
  });

  it.each([
    ["no JSON", "{", 400],
    ["more than SharePoint sends", JSON.stringify({ value: "x".repeat(300_000) }), 413],
  ])("are refused with %s, as the caller's fault", async (_what, body, status) => {
    const headers = { "content-type": "application/json" };
    const answer = await fetch(address(), { method: "POST", headers, body });
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({ error: { code: "not-readable" } });
  });
});

async function as(who: string): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(`${product.address}/as/${who}/posts`);
  await page.getByLabel("Start a post").waitFor();
  return page;
}

describe("in the Teams page", () => {
  it("a search puts a live card into a post, on which somebody else rates", async () => {
    const { ref, action } = await rateInSharePoint("");
    const page = await as("chair");
    await page.getByRole("button", { name: "Find in the plan" }).last().click();
    const panel = page.getByRole("dialog", { name: "Find in the plan" });
    await panel.getByRole("searchbox").fill(ref);
    await panel
      .getByRole("button")
      .filter({ hasText: `Action · ${ref}` })
      .first()
      .click();
    await page.getByText(/^Card: /).waitFor();
    await page.getByLabel("Start a post").fill("Please look at this one.");
    await page.getByLabel("Start a post").press("Enter");
    const message = page.getByRole("article").filter({ hasText: "Please look at this one." });
    await message.getByText(`Action under recommendation ${ref}`).waitFor();

    const lead = await as("lead-a");
    const theirs = lead.getByRole("article").filter({ hasText: "Please look at this one." });
    await theirs.getByRole("button", { name: "Rate" }).click();
    await theirs
      .getByText("Rating you propose")
      .or(theirs.getByText("Last update"))
      .first()
      .waitFor();
    expect(action.id).toBeGreaterThan(0);
    await page.close();
    await lead.close();
  });

  it("a pasted link of the tab becomes the card of what it leads to", async () => {
    const { ref, action } = await rateInSharePoint("");
    const page = await as("chair");
    const link = `${product.appUrl}/tab/?plan=1#action/${action.id}`;
    await page.getByLabel("Start a post").fill(`This one: ${link}`);
    await page.getByLabel("Start a post").press("Enter");
    const message = page.getByRole("article").filter({ hasText: "This one:" });
    const card = message.getByText(`Action under recommendation ${ref}`);
    await card.waitFor();
    expect(await card.count()).toBe(1);
    await page.close();
  });

  it("a message becomes an update that its person has changed", async () => {
    const page = await as("lead-a");
    await page.getByLabel("Start a post").fill("All teams have now met.");
    await page.getByLabel("Start a post").press("Enter");
    const message = page.getByRole("article").filter({ hasText: "All teams have now met." }).last();
    await message.getByLabel("More about this message").click();
    await message.getByRole("button", { name: "Make a progress update" }).click();
    const dialog = page.getByRole("dialog", { name: "Make a progress update" });
    const words = dialog.getByLabel("What has changed, in a sentence or two");
    await words.waitFor();
    expect(await words.inputValue()).toBe("All teams have now met.");
    await words.fill("All four teams have now met.");
    await dialog.getByLabel("Action it is about").selectOption({ index: 1 });
    await dialog.getByLabel("Rating you propose").selectOption({ index: 1 });
    await dialog.getByRole("button", { name: "Save the update" }).click();
    await dialog.getByText("The update is saved.").waitFor();
    await page.close();
    const stores = await storesOf("lead-a");
    const { actions } = await stores.plans.open(1);
    const said = (await Promise.all(actions.map(({ id }) => stores.record.forAction(id)))).flat();
    const update = said.find(
      (entry) => entry.type === "update" && entry.note?.startsWith("All four teams"),
    );
    expect(update).toMatchObject({
      note: expect.stringContaining("From the message https://teams.microsoft.com/l/message/"),
    });
  });
});
