import { DoubtError } from "#plan/errors.ts";
import { brag } from "#plan/rating-scheme.ts";
import { askIfMade } from "#tab/import/made-meanwhile.ts";
import { expect, it } from "vitest";

const plan = {
  title: "Joint plan",
  regulator: "CQC",
  published: "2026-07-14",
  scheme: brag,
} as const;
const there = { id: 1, title: "Joint plan", regulator: "CQC", published: "2026-07-14" } as const;
const list = async () => [there];

it("a plan that somebody made while its document was looked through is asked about once", async () => {
  const ask = askIfMade({ list }, plan, []);
  await expect(ask(undefined)).rejects.toThrow(DoubtError);
  // The answer is to this question, and to none about who could be identified in it.
  expect(await ask({ sure: true })).toBeUndefined();
  expect(await ask({ sure: true })).toEqual({ sure: true });
});

it("one that was there before, one of another title, and one’s own first try are not asked about", async () => {
  expect(await askIfMade({ list }, plan, [there])(undefined)).toBeUndefined();
  expect(await askIfMade({ list }, { ...plan, title: "Other" }, [])(undefined)).toBeUndefined();
  let made: (typeof there)[] = [];
  const ask = askIfMade({ list: async () => made }, plan, []);
  await ask(undefined);
  made = [there];
  expect(await ask(undefined)).toBeUndefined();
});
