import { expect, it } from "vitest";
import { ago } from "#cards/time-words.ts";

const now = new Date("2026-11-21T10:00:00Z");

it.each([
  ["2026-11-21T09:15:00Z", "today at 09:15"],
  ["2026-07-01T23:30:00Z", "on 2\u00A0July\u00A02026"],
  ["2026-11-20T23:59:00Z", "yesterday"],
  ["2026-11-18T09:00:00Z", "3 days ago"],
  ["2026-10-17T09:00:00Z", "5 weeks ago"],
])("says of %s when it was", (instant, words) => {
  expect(ago(instant, now)).toBe(words);
});
