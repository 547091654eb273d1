import { expect, it } from "vitest";
import { forAWhile } from "#bot/for-a-while.ts";

function aClock() {
  let time = 0;
  return { now: () => new Date(time), pass: (milliseconds: number) => void (time += milliseconds) };
}

it("loads once for as long as it remembers, and anew after that", async () => {
  const clock = aClock();
  let loads = 0;
  const load = forAWhile({ milliseconds: 1000, now: clock.now }, async (key: string) => {
    loads += 1;
    return `${key} ${loads}`;
  });
  expect(await Promise.all([load("a"), load("a"), load("b")])).toEqual(["a 1", "a 1", "b 2"]);
  clock.pass(999);
  expect(await load("a")).toBe("a 1");
  clock.pass(1);
  expect(await load("a")).toBe("a 3");
});

it("does not remember a failure", async () => {
  let loads = 0;
  const load = forAWhile({ milliseconds: 1000, now: () => new Date(0) }, async (key: string) => {
    loads += 1;
    if (loads === 1) throw new Error("out of reach");
    return key;
  });
  await expect(load("a")).rejects.toThrow("out of reach");
  expect(await load("a")).toBe("a");
});
