import { oncePainted } from "#tab/later/once-painted.ts";
import {
  type Dispatch,
  type RefObject,
  type SetStateAction,
  startTransition,
  useEffect,
  useLayoutEffect,
  useReducer,
  useRef,
  useState,
} from "react";
import { flushSync } from "react-dom";
import type { Row } from "#tab/rows/plan-rows.ts";
import { type Slot, Slots } from "./slots.ts";
import { type Turn, useStillRows } from "./use-still-rows.ts";

interface RowsInViewOptions {
  readonly rows: readonly Row[];
  readonly turn: Turn;
  /** Pixels of one row. */
  readonly height: number;
  readonly scroller: RefObject<HTMLDivElement | null>;
  /** The index of the row that stays in the page wherever it is: taking it away would lose the keyboard's place. */
  readonly keep: number;
}

/** Milliseconds without scrolling; a slow computer may take some of them for a frame. */
const restMs = 500;

/** Rows that come with a frame, until it is known how many this computer draws in one. */
const rowsAFrame = 4;

/** Rows above and below what is seen. */
const beyond = 4;

/** Pixels of the window that header, filters and footer take, about: the first rows do not wait to have it measured. */
const around = 200;

/**
 * Which rows to draw. While they scroll they come in the order of their slots, so that no element is moved about in the
 * page; at rest in their own, which is the order in which a screen reader comes to them.
 */
export function useRowsInView(options: RowsInViewOptions): readonly Slot[] {
  const { rows, turn, height, scroller, keep } = options;
  const [drawn] = useState(() => new Slots(rowsAFrame));
  const [, drawMore] = useReducer((frames: number) => frames + 1, 0);
  const [{ first, last, moving }, scroll] = useSpan(options, drawn);
  const settled = usePainted(rows);
  const span = { first, last, count: rows.length, beyond: settled ? beyond : 0 };
  const { slots, missing } = drawn.show(rows, indexesOf(span, [keep]));
  useEffect(() => {
    if (missing === 0) return undefined;
    // The frame after the next: what scrolled in with the next one has used up its time.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(drawMore);
    });
    return () => cancelAnimationFrame(frame);
  });
  useStillRows({
    rows,
    turn,
    drawn: slots.map(({ row, index }) => ({ row, top: index * height })),
    held: rows[keep]?.key,
    topOf: (index) => index * height,
    scrolled: () => scroller.current?.scrollTop ?? 0,
    scrollBy: (pixels) => {
      scroller.current?.scrollBy({ top: pixels, behavior: "instant" });
      drawn.allAtOnce();
      scroll.current.lookAgain();
    },
    toTop: () => scroll.current.toTop(),
  });
  return slots.toSorted((one, other) => (moving ? one.id - other.id : one.index - other.index));
}

/** Whether those rows have been painted: until then only those that are seen are drawn, of the first and of others. */
function usePainted(rows: readonly Row[]): boolean {
  const [painted, setPainted] = useState<readonly Row[]>();
  useEffect(
    () =>
      painted === rows ? undefined : oncePainted(() => startTransition(() => setPainted(rows))),
    [painted, rows],
  );
  return painted === rows;
}

interface Span {
  /** The first row that is seen, and the last, from 0, if there are so many. */
  readonly first: number;
  readonly last: number;
  readonly moving: boolean;
  /** Whose rows those are (`Turn`). */
  readonly question: string;
}

interface Scroll {
  readonly lookAgain: () => void;
  readonly toTop: () => void;
}

const notYet: Scroll = { lookAgain: () => {}, toTop: () => {} };

/**
 * What is seen of a list of rows of one height. It needs no measuring before the first rows are there: the window is
 * taken for the list's own height, but for what stands around it, until the browser has laid it out. The rows of another
 * question are drawn from the first one at once, not after the list has scrolled to it.
 */
function useSpan(
  { scroller, height, turn: { question } }: RowsInViewOptions,
  drawn: Slots,
): [Span, RefObject<Scroll>] {
  const scroll = useRef(notYet);
  const [known, setSpan] = useState<Span>(() => ({
    ...spanAt(0, window.innerHeight - around, height),
    moving: false,
    question,
  }));
  const span = known.question === question ? known : atTop(known, question);
  if (span !== known) setSpan(span);
  useLayoutEffect(() => {
    const list = scroller.current;
    if (!list) return undefined;
    const { end, ...ways } = follow(list, height, drawn, setSpan);
    scroll.current = ways;
    return end;
  }, [scroller, height, drawn]);
  return [span, scroll];
}

/** Says what is seen of that list whenever it scrolls, rests from it, or becomes taller. */
function follow(
  list: HTMLElement,
  height: number,
  drawn: Slots,
  setSpan: Dispatch<SetStateAction<Span>>,
): Scroll & { readonly end: () => void } {
  let tall = window.innerHeight;
  let top = 0;
  let before = -Infinity;
  let rest: ReturnType<typeof setTimeout> | undefined;
  const become = (moving: boolean) => {
    top = list.scrollTop;
    setSpan((earlier) => next(earlier, { ...spanAt(top, tall, height), moving }));
  };
  const scrolled = () => {
    clearTimeout(rest);
    rest = setTimeout(() => become(false), restMs);
    const at = performance.now();
    if (at - before < restMs) drawn.paced(at - before);
    before = at;
    // In the frame that scrolls, so that nothing is seen before its rows are.
    flushSync(() => become(true));
  };
  const look = new ResizeObserver(([entry]) => {
    tall = entry?.contentRect.height ?? tall;
    become(false);
  });
  look.observe(list);
  list.addEventListener("scroll", scrolled, { passive: true });
  return {
    lookAgain: () => become(false),
    toTop: () => {
      if (top > 0) list.scrollTo({ top: 0, behavior: "instant" });
    },
    end: () => {
      clearTimeout(rest);
      look.disconnect();
      list.removeEventListener("scroll", scrolled);
    },
  };
}

function spanAt(top: number, tall: number, height: number): Pick<Span, "first" | "last"> {
  return { first: Math.floor(top / height), last: Math.ceil((top + tall) / height) - 1 };
}

function atTop({ first, last }: Span, question: string): Span {
  return { first: 0, last: last - first, moving: false, question };
}

/** The one before where no other row is seen, so that nothing is drawn again: the list moves once another one is. */
function next(before: Span, now: Omit<Span, "question">): Span {
  const same = before.first === now.first && before.last === now.last;
  return same && (now.moving || !before.moving) ? before : { ...before, ...now };
}

interface Wanted extends Pick<Span, "first" | "last"> {
  /** How many rows there are. */
  readonly count: number;
  readonly beyond: number;
}

function indexesOf(
  { first, last, count, beyond: more }: Wanted,
  kept: readonly number[],
): number[] {
  // Fewer rows than a moment ago: the list scrolls up to their end with the next frame, and they are there before it.
  const past = Math.max(0, last - (count - 1));
  const from = Math.max(0, first - past - more);
  const to = Math.min(count - 1, last + more);
  const seen = Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
  return [...new Set([...kept.filter((index) => index >= 0 && index < count), ...seen])];
}
