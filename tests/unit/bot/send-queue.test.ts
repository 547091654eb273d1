import { MessageActivityInput } from "@microsoft/teams.api";
import { expect, it } from "vitest";
import { SendQueue } from "#bot/send-queue.ts";
import { aClock } from "./a-clock.ts";

interface Sent {
  readonly at: number;
  readonly conversation: string;
  readonly text: string;
  readonly id: string | undefined;
}

/** A queue in front of a connector that answers at once, in a time that passes by waiting. */
function aQueue(refusals: readonly number[] = []) {
  const clock = aClock();
  const sent: Sent[] = [];
  const left = [...refusals];
  const queue = new SendQueue(async (conversation, { text = "", id }) => {
    const status = left.shift();
    if (status !== undefined) throw Object.assign(new Error("refused"), { status });
    sent.push({ at: clock.now(), conversation, text, id });
    return { id: `m${sent.length}` };
  }, clock);
  return { queue, clock, sent };
}

const saying = (text: string) => new MessageActivityInput(text);

/** The most that was sent in any span of so many milliseconds. */
function mostWithin(sent: readonly Sent[], milliseconds: number): number {
  return Math.max(
    ...sent.map(
      (first) => sent.filter(({ at }) => at >= first.at && at < first.at + milliseconds).length,
    ),
  );
}

it("keeps to every limit of a conversation, however much is asked for at once", async () => {
  const { queue, sent } = aQueue();
  await Promise.all(Array.from({ length: 150 }, (_, at) => queue.post("19:a", saying(`${at}`))));
  expect(sent).toHaveLength(150);
  expect(mostWithin(sent, 1_000)).toBeLessThanOrEqual(7);
  expect(mostWithin(sent, 2_000)).toBeLessThanOrEqual(8);
  expect(mostWithin(sent, 30_000)).toBeLessThanOrEqual(60);
});

it("counts the threads of a channel together, and other conversations apart", async () => {
  const { queue, sent } = aQueue();
  const names = ["19:a", "19:a;messageid=1", "19:a;messageid=2"];
  await Promise.all(
    Array.from({ length: 12 }, (_, at) => queue.post(names[at % 3] ?? "", saying("x"))),
  );
  expect(mostWithin(sent, 1_000)).toBeLessThanOrEqual(7);
  const before = sent.length;
  await queue.post("19:b", saying("y"));
  expect(sent.length).toBe(before + 1);
});

it("asks once for a message that is to change many times, with what is true when its turn comes", async () => {
  const { queue, sent } = aQueue();
  let state = 0;
  let asked = 0;
  const change = () => {
    state += 1;
    return queue.change("19:a", "m", async () => {
      asked += 1;
      return saying(`state ${state}`);
    });
  };
  const busy = Array.from({ length: 7 }, () => queue.post("19:a", saying("before")));
  await Promise.all([...busy, ...Array.from({ length: 20 }, change)]);
  expect(asked).toBe(1);
  expect(sent.at(-1)).toMatchObject({ text: "state 20", id: "m" });
});

it("changes a message again where the change came while the last was on its way", async () => {
  const { queue, sent } = aQueue();
  let again: Promise<void> | undefined;
  await queue.change("19:a", "m", async () => {
    again = queue.change("19:a", "m", async () => saying("later"));
    return saying("first");
  });
  await again;
  expect(sent.map(({ text }) => text)).toEqual(["first", "later"]);
});

it("sends what is new before what only changes", async () => {
  const { queue, sent } = aQueue();
  const busy = queue.post("19:a", saying("first"));
  const changing = queue.change("19:a", "m", async () => saying("changed"));
  await Promise.all([busy, changing, queue.post("19:a", saying("new"))]);
  expect(sent.map(({ text }) => text)).toEqual(["first", "new", "changed"]);
});

it("tries again what the connector was too busy for, and goes on after what it refused", async () => {
  const { queue, sent } = aQueue([429, 502, 403]);
  const done = await Promise.allSettled(
    ["one", "two", "three"].map((text) => queue.post("19:a", saying(text))),
  );
  expect(done.map(({ status }) => status)).toEqual(["rejected", "fulfilled", "fulfilled"]);
  expect(sent.map(({ text }) => text)).toEqual(["two", "three"]);
});
