import { setTimeout as pause } from "node:timers/promises";
import { median } from "./bench-row.ts";
import type { Devtools } from "./devtools.ts";
import type { SlowPage } from "./slow-browser.ts";

/** Milliseconds, the longest of several. */
export interface SearchTimes {
  /** From a key until its letter is painted, and until the rows that it leaves are. */
  readonly letter: number;
  readonly rows: number;
  /** Of the rows of all those keys, the median. */
  readonly usualRows: number;
  /** The same where nothing is left, and of ten thousand pasted characters. */
  readonly nothing: number;
  readonly pasted: number;
  /** From a key until its letter is painted, of ten in 300 ms; and from the last one until its rows are. */
  readonly fast: number;
  readonly fastRows: number;
}

interface Answer {
  readonly letter: number;
  /** Undefined where it left the rows as they were. */
  readonly rows?: number;
}

/** Types into the search as somebody does: a press on the field, then key after key. */
export async function searchTimes(open: SlowPage): Promise<SearchTimes> {
  await pressOn(open, "[role=searchbox], input[type=search]");
  await pause(1500);
  const typed = await typeAll(open, ["7", "4", "1", ...times(3, "Backspace")]);
  const nothing = await typeAll(open, ["~", "Backspace"]);
  const pasted = await answerTo(open, () => insert(open, "pasted words ".repeat(770)));
  await clear(open);
  const fast = await typeFast(open, "number 741");
  await clear(open);
  return {
    letter: longest(typed.map(({ letter }) => letter)),
    rows: longest(typed.map(({ rows }) => rows)),
    usualRows: median(typed.flatMap(({ rows }) => rows ?? [])),
    nothing: longest(nothing.map(({ rows }) => rows)),
    pasted: longest([pasted.rows]),
    ...fast,
  };
}

/** Searches so many times, one letter each, and takes it back. */
export async function searchOften(open: SlowPage, count: number): Promise<void> {
  await pressOn(open, "[role=searchbox], input[type=search]");
  for (const letter of times(count / 10, "aeiou74123").join("")) {
    await press(open.page, letter);
    await pause(40);
    await press(open.page, "Backspace");
    await pause(40);
  }
}

async function typeAll(open: SlowPage, keys: readonly string[]): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (const key of keys) {
    answers.push(await answerTo(open, () => press(open.page, key)));
    await pause(700);
  }
  return answers;
}

async function typeFast(
  open: SlowPage,
  words: string,
): Promise<Pick<SearchTimes, "fast" | "fastRows">> {
  const { page, run } = open;
  await run(watchFast);
  for (const key of words) {
    await press(page, key);
    await pause(300 / words.length);
  }
  await pause(1500);
  const { letters, rows } = await run(() => window.fastTimes ?? { letters: [], rows: 0 });
  if (letters.length !== words.length) throw new Error(`${letters.length} letters were painted.`);
  if (!Number.isFinite(rows)) throw new Error("No rows came after the last letter.");
  return { fast: longest(letters), fastRows: rows };
}

async function answerTo({ run }: SlowPage, act: () => Promise<unknown>): Promise<Answer> {
  await run(watchKey);
  await act();
  const answer = await run(() => window.keyTimes);
  return answer ?? { letter: Number.NaN };
}

async function clear(open: SlowPage): Promise<void> {
  const { page } = open;
  await page.send("Input.dispatchKeyEvent", { type: "keyDown", key: "a", commands: ["selectAll"] });
  await page.send("Input.dispatchKeyEvent", { type: "keyUp", key: "a" });
  await press(page, "Backspace");
  await pause(1000);
}

async function insert({ page }: SlowPage, text: string): Promise<void> {
  await page.send("Input.insertText", { text });
}

const codes: Partial<Record<string, number>> = { Backspace: 8, Escape: 27 };

export async function press(page: Devtools, key: string): Promise<void> {
  const letter = key.length === 1 ? { text: key } : { windowsVirtualKeyCode: codes[key] };
  await page.send("Input.dispatchKeyEvent", { type: "keyDown", key, ...letter });
  await page.send("Input.dispatchKeyEvent", { type: "keyUp", key });
}

/** A press of the mouse where that stands in the tab. */
async function pressOn({ page, run }: SlowPage, selector: string): Promise<void> {
  await page.send("Emulation.setFocusEmulationEnabled", { enabled: true });
  const inside = await run(placeOf, selector);
  const { result } = await page.send("Runtime.evaluate", {
    expression: `(({ left, top }) => left + " " + top)(document.querySelector("iframe").getBoundingClientRect())`,
  });
  const value = typeof result === "object" && result && "value" in result ? result.value : "";
  const [left = 0, top = 0] = String(value).split(" ").map(Number);
  const at = { x: left + inside.x, y: top + inside.y, button: "left", clickCount: 1 };
  for (const type of ["mouseMoved", "mousePressed", "mouseReleased"])
    await page.send("Input.dispatchMouseEvent", { type, ...at });
}

/** Runs in the tab. */
function placeOf(selector: string): { readonly x: number; readonly y: number } {
  const found = document.querySelector(selector)?.getBoundingClientRect();
  if (!found) throw new Error(`There is no ${selector}.`);
  return { x: found.left + found.width / 2, y: found.top + found.height / 2 };
}

/** Runs in the tab. It asks for one frame, and for another when rows have come: more would take time from what it measures. */
function watchKey(): void {
  const count = document.querySelector(".plan-shown");
  window.keyTimes = new Promise((done) => {
    let from = Number.NaN;
    let letter = Number.NaN;
    const painted = (then: (after: number) => void) =>
      requestAnimationFrame(() => setTimeout(() => then(performance.now() - from)));
    const begin = ({ timeStamp }: Event) => {
      if (!Number.isNaN(from)) return;
      from = timeStamp;
      painted((after) => (letter = after));
      setTimeout(() => done({ letter }), 2000);
    };
    for (const sign of ["keydown", "beforeinput"]) addEventListener(sign, begin, { capture: true });
    const watch = new MutationObserver(() => {
      watch.disconnect();
      painted((rows) => done({ letter, rows }));
    });
    if (count) watch.observe(count, { childList: true, characterData: true, subtree: true });
  });
}

/** Runs in the tab. */
function watchFast(): void {
  const found = { letters: [] as number[], rows: Number.NaN };
  window.fastTimes = found;
  let last = Number.NaN;
  const painted = (then: (after: number) => void) => {
    const from = last;
    requestAnimationFrame(() => setTimeout(() => then(performance.now() - from)));
  };
  addEventListener(
    "keydown",
    ({ timeStamp }) => {
      last = timeStamp;
      painted((after) => found.letters.push(after));
    },
    { capture: true },
  );
  const count = document.querySelector(".plan-shown");
  const watch = new MutationObserver(() => painted((after) => (found.rows = after)));
  if (count) watch.observe(count, { childList: true, characterData: true, subtree: true });
}

function longest(values: readonly (number | undefined)[]): number {
  return Math.max(...values.flatMap((value) => value ?? []));
}

function times<T>(count: number, each: T): T[] {
  return Array.from({ length: count }, () => each);
}

declare global {
  interface Window {
    keyTimes?: Promise<Answer>;
    fastTimes?: { readonly letters: readonly number[]; readonly rows: number };
  }
}
