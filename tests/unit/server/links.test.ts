import { expect, it } from "vitest";
import { deepLinks } from "#server/links.ts";
import { linkedTo } from "#tab/teams/address.ts";

const links = deepLinks({
  TEAMS_APP_ID: "7a4d2c10-0000-4000-8000-0000000000c1",
  BASE_URL: "https://plan.marlshire.example",
  TENANT_ID: "7a4d2c10-0000-4000-8000-000000000001",
});

function placeIn(link: string): unknown {
  const context: unknown = JSON.parse(new URL(link).searchParams.get("context") ?? "");
  return context;
}

it("names the plan in the link to an action, in the words that the tab reads", () => {
  const link = links.action(3, 41);
  expect(placeIn(link)).toEqual({ subEntityId: "plan/3/action/41" });
  expect(linkedTo("plan/3/action/41")).toEqual({ plan: 3, address: "action/41" });
  expect(new URL(link).pathname).toBe("/l/entity/7a4d2c10-0000-4000-8000-0000000000c1/plan");
});

it("leads to the same place in a browser, where there is no Teams client to open it", () => {
  expect(new URL(links.action(3, 41)).searchParams.get("webUrl")).toBe(
    "https://plan.marlshire.example/tab/?plan=3#action/41",
  );
  expect(new URL(links.plan(3)).searchParams.get("webUrl")).toBe(
    "https://plan.marlshire.example/tab/?plan=3",
  );
  expect(placeIn(links.plan(3))).toEqual({ subEntityId: "plan/3" });
});

it.each([
  [links.action(3, 41), { planId: 3, actionId: 41 }],
  [links.recommendation(3, 9), { planId: 3, recommendationId: 9 }],
  [links.plan(3), { planId: 3 }],
  ["https://plan.marlshire.example/tab/?plan=3#action/41", { planId: 3, actionId: 41 }],
  [
    "https://plan.marlshire.example/tab/?plan=3#changes/action/41?from=x",
    { planId: 3, actionId: 41 },
  ],
])("reads back where the link %s leads", (link, place) => {
  expect(links.read(link)).toEqual({
    actionId: undefined,
    recommendationId: undefined,
    ...place,
  });
});

it.each([
  "https://evil.example/tab/?plan=3#action/41",
  "https://teams.microsoft.com/l/entity/another-app/plan?context=%7B%22subEntityId%22%3A%22plan%2F3%22%7D",
  links.action(3, 41).replace("%7B", "%5B"),
  "no address",
])("reads nothing out of %s", (link) => {
  expect(links.read(link)).toBeUndefined();
});

it("leads to a thread by the channel and its first message", () => {
  const url = new URL(links.thread("19:plan@thread.tacv2", "1790000000000"));
  expect(url.pathname).toBe("/l/message/19%3Aplan%40thread.tacv2/1790000000000");
  expect(url.searchParams.get("parentMessageId")).toBe("1790000000000");
});
