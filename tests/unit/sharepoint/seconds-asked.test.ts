import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { secondsAsked } from "#sharepoint/seconds-asked.ts";

beforeEach(() => void vi.useFakeTimers({ now: new Date("2026-03-02T10:00:00Z") }));
afterEach(() => void vi.useRealTimers());

it.each([
  ["30", 30],
  [" 120 ", 120],
  ["Mon, 02 Mar 2026 10:02:00 GMT", 120],
  // Nobody waits for a clock that is wrong by a day.
  ["Tue, 03 Mar 2026 10:00:00 GMT", 3600],
  ["99999999", 3600],
  ["Mon, 02 Mar 2026 09:59:00 GMT", undefined],
  ["0", undefined],
  ["soon", undefined],
  ["", undefined],
])("reads %j as %j seconds", (said, seconds) => {
  expect(secondsAsked({ headers: new Headers({ "retry-after": said }) })).toBe(seconds);
});

it("is asked for none where nothing is said", () => {
  expect(secondsAsked({ headers: new Headers() })).toBeUndefined();
});
