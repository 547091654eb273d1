import { useCallback, useState } from "react";

/** How a choice is read from the text that was kept of it, null where none was, and written as one. */
interface KeptAs<T> {
  readonly read: (text: string | null) => T;
  readonly write: (choice: T) => string;
}

/**
 * A choice of the reader's, no part of a link, that this browser keeps at `place`. Browsers may refuse to keep anything: it
 * then lasts as long as the page. `read` and `write` stay the same.
 */
export function useKeptChoice<T>(
  place: string,
  { read, write }: KeptAs<T>,
): readonly [T, (choice: T) => void] {
  const [choice, setChoice] = useState(() => read(kept(place)));
  const choose = useCallback(
    (next: T) => {
      setChoice(() => next);
      try {
        window.localStorage.setItem(place, write(next));
      } catch {
        // Nothing to tell: it is as asked for.
      }
    },
    [place, write],
  );
  return [choice, choose];
}

/** Browsers fetch what they keep at the first question, and the page waits: asked while nothing else is to be done. */
export function fetchKept(): void {
  kept("");
}

function kept(place: string): string | null {
  try {
    return window.localStorage.getItem(place);
  } catch {
    return null;
  }
}
