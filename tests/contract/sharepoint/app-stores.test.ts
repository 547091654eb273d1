import { afterAll, beforeAll, expect, it } from "vitest";
import { randomUUID } from "node:crypto";
import { ConflictError, NotFoundError } from "#plan/errors.ts";
import { SharePointChangeFeed } from "#sharepoint/change-feed.ts";
import { SharePointPostStore } from "#sharepoint/post-store.ts";
import { inOneBatch } from "#sharepoint/queries.ts";
import { SharePointRecommendationStore } from "#sharepoint/recommendation-store.ts";
import { SharePointThreadStore } from "#sharepoint/thread-store.ts";
import { proposeRating } from "#usecases/propose-rating.ts";
import { putChallenge } from "#usecases/put-challenge.ts";
import { aSiteWithAPlan, type TestPerson } from "#tests/support/a-site.ts";

type Site = Awaited<ReturnType<typeof aSiteWithAPlan>>;

let site: Site;
beforeAll(async () => {
  site = await aSiteWithAPlan();
});
afterAll(() => site.close());

async function openedBy(person: TestPerson) {
  const stores = site.as(person);
  const open = await stores.plans.open(site.planId);
  const [recommendation] = open.recommendations;
  const [action] = open.actions;
  if (!recommendation || !action) throw new Error("The plan is empty.");
  return { stores, open: { ...open, action }, recommendation, action };
}

async function rate(note = "Done.") {
  const { stores, open } = await openedBy("nurse");
  const said = { agency: "Trust", rating: "green", note, evidence: [], key: randomUUID() };
  return proposeRating(stores, { open, ...said });
}

it("remembers posted cards of actions, recommendations and challenges apart", async () => {
  const posts = new SharePointPostStore(site.admin);
  const place = { planId: site.planId, conversation: "19:c@thread;messageid=1" };
  await posts.add({ ...place, actionId: 5, message: "1" });
  await posts.add({ ...place, recommendationId: 5, message: "2" });
  await posts.add({ ...place, recommendationId: 5, challengeId: 5, message: "3" });
  const of = async (subject: object) =>
    (await posts.of({ planId: site.planId, ...subject })).map(({ message }) => message);
  expect(await of({ actionId: 5 })).toEqual(["1"]);
  expect(await of({ recommendationId: 5 })).toEqual(["2"]);
  expect(await of({ challengeId: 5 })).toEqual(["3"]);
  const [gone] = await posts.of({ planId: site.planId, actionId: 5 });
  if (gone) await posts.forget(gone);
  expect((await posts.ofPlan(site.planId)).map(({ message }) => message)).toEqual(["2", "3"]);
  expect(await posts.bringBack(site.planId, "9")).toEqual({ back: [], standing: [] });
  const again = await posts.bringBack(site.planId, "1");
  expect(again).toMatchObject({ back: [{ actionId: 5, message: "1" }], standing: [] });
  const known = await posts.bringBack(site.planId, "1");
  expect(known).toMatchObject({ back: [], standing: [{ actionId: 5, message: "1" }] });
  expect(await of({ actionId: 5 })).toEqual(["1"]);
});

it("lets one of many say that they were first", async () => {
  const posts = new SharePointPostStore(site.admin);
  const asked = await Promise.all(Array.from({ length: 6 }, () => posts.first("told-update-7")));
  expect(asked.filter(Boolean)).toHaveLength(1);
});

it("gives a thread to the first of two who write it, and to nobody of another plan", async () => {
  const threads = new SharePointThreadStore(site.admin);
  const { recommendation } = await openedBy("owner");
  const place = await threads.of(site.planId, recommendation.id);
  expect(place.written).toBeUndefined();
  await threads.write(recommendation.id, place, "19:c@thread;messageid=7");
  await expect(threads.write(recommendation.id, place, "late")).rejects.toThrow(ConflictError);
  expect((await threads.of(site.planId, recommendation.id)).written).toBe(
    "19:c@thread;messageid=7",
  );
  await expect(threads.of(site.planId + 1, recommendation.id)).rejects.toThrow(NotFoundError);
});

it("opens a recommendation with its actions and all that was said of it", async () => {
  const { stores, open, recommendation } = await openedBy("chair");
  await rate("Trained.");
  const question = "Who has not been trained?";
  const put = { agency: "Trust", question, source: "person" as const, key: randomUUID() };
  await putChallenge(stores, { open, recommendation, ...put });
  const shown = await new SharePointRecommendationStore(site.siteOf("councillor")).open(
    site.planId,
    recommendation.id,
  );
  expect(shown.actions.map(({ text }) => text)).toEqual(["Train the nurses.", "Train together."]);
  // Within one second a question comes first, whichever was said before the other.
  const byType = shown.record.toSorted((one, other) => one.type.localeCompare(other.type));
  expect(byType).toMatchObject([
    { type: "challenge", question, author: { name: "chair" } },
    { type: "update", note: "Trained.", author: { name: "nurse" } },
  ]);
  expect(shown.me.roles).toEqual(["scrutiny"]);
});

it("tells what changed since, item by item, and goes on from there", async () => {
  const feed = new SharePointChangeFeed(site.admin);
  const start = await feed.since(undefined);
  expect(start.changed).toEqual([]);
  const { id } = await rate();
  const next = await feed.since(start.position);
  const { action } = await openedBy("nurse");
  expect(next.changed).toMatchObject([
    { list: "Updates", id, planId: site.planId, actionId: action.id, folder: "Trust" },
  ]);
  expect((await feed.since(next.position)).changed).toEqual([]);
  await feed.remember(next.position);
  await feed.remember(next.position);
  expect(await new SharePointChangeFeed(site.admin).position()).toBe(next.position);
});

it("does not know what changed since a position that SharePoint no longer has", async () => {
  const feed = new SharePointChangeFeed(site.admin);
  expect((await feed.since("1;1;nonsense;0;0")).changed).toBe("unknown");
});

it("does not know what changed where something was deleted, for what it was about cannot be read", async () => {
  const feed = new SharePointChangeFeed(site.admin);
  const { id } = await rate("Said by mistake.");
  const { position } = await feed.since(undefined);
  const { items } = site.admin.sp.web.lists.getByTitle("Updates");
  await items.getById(id).delete();
  expect((await feed.since(position)).changed).toBe("unknown");
});

it("does not tell a hundred changes one by one, nor a thousand of one thing", async () => {
  const feed = new SharePointChangeFeed(site.admin);
  const { position } = await feed.since(undefined);
  await inOneBatch(site.admin, ({ web }) =>
    Array.from({ length: 101 }, async (_, at) =>
      web.lists
        .getByTitle("Challenges")
        .items.add({ Title: `Question ${at}`, Key: randomUUID(), PlanId: site.planId }),
    ),
  );
  const many = await feed.since(position);
  expect(many.changed).toBe("unknown");
  for (let hundred = 0; hundred < 10; hundred++)
    await inOneBatch(site.admin, ({ web }) =>
      Array.from({ length: 100 }, async (_, at) =>
        web.lists
          .getByTitle("Actions")
          .items.getById(1)
          .update({ Title: `${hundred} ${at}` }),
      ),
    );
  expect((await feed.since(many.position)).changed).toBe("unknown");
});
