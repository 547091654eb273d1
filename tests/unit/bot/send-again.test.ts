import { expect, it } from "vitest";
import { sendAgain } from "#bot/send-again.ts";

/** Fails as the connector's client does, with these statuses one after the other, and then answers. */
function failing(...statuses: number[]) {
  const left = [...statuses];
  return async () => {
    const status = left.shift();
    if (status === undefined) return "sent";
    throw Object.assign(new Error("refused"), { status });
  };
}

it("sends again where the connector is too busy", async () => {
  expect(await sendAgain(failing(429, 503))).toBe("sent");
});

it("gives up after three tries", async () => {
  await expect(sendAgain(failing(429, 429, 429))).rejects.toThrow("refused");
});

it("does not send again what was refused for good", async () => {
  const send = failing(403);
  await expect(sendAgain(send)).rejects.toThrow("refused");
  expect(await send()).toBe("sent");
});
