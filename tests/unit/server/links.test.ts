import { expect, it } from "vitest";
import { deepLinks } from "#server/links.ts";
import { linkedTo } from "#tab/frame/address.ts";

const links = deepLinks({
  TEAMS_APP_ID: "7a4d2c10-0000-4000-8000-0000000000c1",
  BASE_URL: "https://plan.marlshire.example",
});

function placeIn(link: string): unknown {
  const context: unknown = JSON.parse(new URL(link).searchParams.get("context") ?? "");
  return context;
}

it("names the plan in the link to an action, in the words that the tab reads", () => {
  const link = links.action(3, 41);
  expect(placeIn(link)).toEqual({ subEntityId: "plan/3/action/41" });
  expect(linkedTo("plan/3/action/41")).toEqual({ plan: 3, place: "action/41" });
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
