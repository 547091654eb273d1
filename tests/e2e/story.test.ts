import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Frame, Locator, Page } from "playwright-core";
import { z } from "zod";
import { aStory, type AStory } from "./a-story.ts";

const updates = z.object({
  value: z.array(
    z.object({
      Id: z.number(),
      Rating: z.string(),
      Note: z.string(),
      FileDirRef: z.string(),
      Author: z.object({ Title: z.string() }),
    }),
  ),
});

let story: AStory;
beforeAll(async () => {
  story = await aStory();
});
afterAll(() => story.close());
beforeEach(() => void (story.requests.length = 0));

/** What stands in the record of an action, as its plan's owner sees it over REST. */
async function recordOf(actionId: number) {
  const query = `$filter=ActionId eq ${actionId}&$select=Id,Rating,Note,FileDirRef,Author/Title&$expand=Author`;
  return updates.parse(
    await story.ask("owner", `/_api/web/lists/getByTitle('Updates')/items?${query}`),
  ).value;
}

/** The newest card in the channel. */
function newestCard(page: Page): Locator {
  return page.getByRole("article").last();
}

/** Requests of one person to SharePoint, without the watch and the browser's own questions. */
function dataRequests(person: string) {
  return story.requests.filter(
    ({ method, url, caller }) =>
      caller?.includes(`|${person}@`) && method !== "OPTIONS" && !url.includes("getchanges"),
  );
}

async function fill(tab: Frame, note: string) {
  await tab.getByRole("radio", { name: /Amber/ }).check();
  await tab.getByLabel(/What happened/).fill(note);
}

async function openRecord(tab: Frame) {
  await tab.getByRole("region", { name: "Record" }).waitFor();
}

describe("a real plan, three people, one rating", () => {
  it("is read in the tab with one round trip", async () => {
    const { tab, close } = await story.teams.open({ person: "owner" });
    const { actions, recommendations } = story.planFile;
    await tab.getByText(`${actions} actions in ${recommendations} recommendations`).waitFor();
    expect(
      dataRequests("owner").map(({ method, url }) => `${method} ${url.split("/_api/")[1]}`),
    ).toEqual(["POST $batch"]);
    await close();
  });

  it("is rated by a lead officer from a card in the channel, and everybody's card and tab show it", async () => {
    const action = await story.actionOf("lead-a");
    const owner = await story.teams.open({ person: "owner", place: `action/${action.id}` });
    const watcher = await story.teams.openAlone(`${story.teams.address}/as/scrutiny/posts`);
    await owner.tab.getByRole("button", { name: "Post card" }).click();
    await owner.tab.getByText("The card is in the channel.").first().waitFor();

    const lead = await story.teams.openAlone(`${story.teams.address}/as/lead-a/posts`);
    const card = newestCard(lead);
    await card.getByRole("radio", { name: /Green/ }).check();
    await card.getByLabel(/What has changed/).fill("The pathway was ratified on Monday.");
    await card.getByRole("button", { name: "Save" }).click();
    await card.getByText("The pathway was ratified on Monday.").waitFor();

    await newestCard(watcher).getByText(/Green/).first().waitFor({ timeout: 5000 });
    await owner.tab
      .getByRole("region", { name: "Record" })
      .getByText("The pathway was ratified on Monday.")
      .waitFor({ timeout: 6000 });
    expect(await recordOf(action.id)).toEqual([
      {
        Id: expect.any(Number),
        Rating: "green",
        Note: "The pathway was ratified on Monday.",
        FileDirRef: expect.stringMatching(new RegExp(`/Lists/Updates/`)),
        Author: { Title: "Lead officer A" },
      },
    ]);
    await Promise.all([owner.close(), watcher.context().close(), lead.context().close()]);
  });

  it("is not offered to somebody of another agency, and is refused to somebody from outside", async () => {
    const outsider = await story.teams.openAlone(`${story.teams.address}/as/outsider/posts`);
    const card = newestCard(outsider);
    await card.getByRole("button", { name: "Propose a rating" }).click();
    await card
      .getByText(/permission|may not|no right/i)
      .first()
      .waitFor();
    expect(await card.getByRole("radio").count()).toBe(0);
    await outsider.context().close();
  });
});

describe("saving from the tab", () => {
  it("is one request, by the person, in their agency's folder", async () => {
    const action = await story.actionOf("lead-b", 1);
    const { tab, close } = await story.teams.open({
      person: "lead-b",
      place: `action/${action.id}`,
    });
    await openRecord(tab);
    await fill(tab, "Two of three sites have begun.");
    story.requests.length = 0;
    await tab.getByRole("button", { name: "Save" }).click();
    await tab
      .getByRole("region", { name: "Record" })
      .getByText("Two of three sites have begun.")
      .waitFor();
    const writes = dataRequests("lead-b").filter(({ url }) =>
      url.includes("AddValidateUpdateItemUsingPath"),
    );
    expect(writes).toHaveLength(1);
    const [update, ...more] = await recordOf(action.id);
    expect(more).toEqual([]);
    expect(update).toMatchObject({ Rating: "amber", Author: { Title: "Lead officer B" } });
    await close();
  });

  it("saves once when Save is pressed twice", async () => {
    const action = await story.actionOf("lead-b", 2);
    const { tab, close } = await story.teams.open({
      person: "lead-b",
      place: `action/${action.id}`,
    });
    await openRecord(tab);
    await fill(tab, "Pressed twice.");
    await tab.getByRole("button", { name: "Save" }).dblclick();
    await tab.getByRole("region", { name: "Record" }).getByText("Pressed twice.").waitFor();
    expect(await recordOf(action.id)).toHaveLength(1);
    await close();
  });

  it("saves once when the answer is lost on its way", async () => {
    const action = await story.actionOf("lead-b", 3);
    const { page, tab, close } = await story.teams.open({
      person: "lead-b",
      place: `action/${action.id}`,
    });
    await openRecord(tab);
    await fill(tab, "The answer was lost.");
    let lost = 0;
    await page.route(/AddValidateUpdateItemUsingPath/, async (route) => {
      if (route.request().method() !== "POST" || lost > 0) return route.continue();
      lost += 1;
      await route.fetch();
      return route.abort("connectionreset");
    });
    await tab.getByRole("button", { name: "Save" }).click();
    await tab.getByRole("region", { name: "Record" }).getByText("The answer was lost.").waitFor();
    expect(lost).toBe(1);
    expect(await recordOf(action.id)).toHaveLength(1);
    await close();
  });
});

it("has browsers complain about nothing", () => {
  expect(() => story.teams.throwComplaints()).not.toThrow();
});
