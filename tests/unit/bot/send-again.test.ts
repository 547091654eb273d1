import { expect, it } from "vitest";
import { sendAgain } from "#bot/send-again.ts";
import { aClock } from "./a-clock.ts";

/** Fails as the connector's client does, with these statuses one after the other, and then answers. */
function failing(...statuses: number[]) {
  const left = [...statuses];
  return async () => {
    const status = left.shift();
    if (status === undefined) return "sent";
    throw Object.assign(new Error("refused"), { status });
  };
}

/** Refuses once and asks for so many seconds. */
function asking(seconds: string) {
  const left = [seconds];
  return async () => {
    const after = left.shift();
    if (after === undefined) return "sent";
    const response = { headers: { "retry-after": after } };
    throw Object.assign(new Error("refused"), { status: 429, response });
  };
}

it("sends again where the connector is too busy", async () => {
  expect(await sendAgain(failing(429, 503), aClock())).toBe("sent");
});

it("gives up after five tries, each later than the one before", async () => {
  const clock = aClock();
  const send = failing(429, 429, 429, 429, 429);
  await expect(sendAgain(send, clock)).rejects.toThrow("refused");
  expect(clock.pauses).toHaveLength(4);
  expect(clock.pauses).toEqual(clock.pauses.toSorted((one, other) => one - other));
});

it("waits as long as the connector asks for, and not for ever", async () => {
  const clock = aClock();
  expect(await sendAgain(asking("5"), clock)).toBe("sent");
  expect(clock.pauses[0]).toBeGreaterThanOrEqual(5_000);
  await expect(sendAgain(asking("600"), clock)).rejects.toThrow("refused");
});

it.each([403, 500])(
  "does not send again what may have arrived or never will: %i",
  async (status) => {
    const send = failing(status);
    await expect(sendAgain(send)).rejects.toThrow("refused");
    expect(await send()).toBe("sent");
  },
);
