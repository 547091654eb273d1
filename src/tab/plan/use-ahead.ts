import { useCallback, useLayoutEffect, useRef, useState } from "react";

interface Ahead {
  readonly now: string;
  /** The text as it was last. */
  readonly seen: string;
  /** Another object with everything that is asked for; undefined where nothing is left to tell. */
  readonly due: object | undefined;
}

/**
 * A text that somebody changes faster than what it is for can follow. It is at once what was asked for, which is told
 * `soon`; what comes back late of that changes nothing. Where `text` becomes something that was not told here, that wins.
 */
export function useAhead(
  text: string,
  tell: (next: string) => void,
  soon: (work: () => void) => () => void,
): readonly [string, (next: string) => void] {
  const [asked, setAsked] = useState<Ahead>({ now: text, seen: text, due: undefined });
  const [told] = useState<string[]>(() => []);
  const done = useRef<object>(undefined);
  const { now, seen, due } = asked;
  if (text !== seen)
    setAsked(
      told.includes(text) ? { ...asked, seen: text } : { now: text, seen: text, due: undefined },
    );
  // What came back, and what was told before it: that will not come any more.
  useLayoutEffect(() => void told.splice(0, told.indexOf(text) + 1), [told, text]);
  useLayoutEffect(() => {
    if (due === undefined || due === done.current) return undefined;
    return soon(() => {
      done.current = due;
      told.push(now);
      tell(now);
    });
  }, [due, now, told, tell, soon]);
  const ask = useCallback(
    (next: string) =>
      setAsked((before) => (before.now === next ? before : { ...before, now: next, due: {} })),
    [],
  );
  return [now, ask];
}
