import { useState } from "react";
import { columns } from "./columns.ts";

/** Where this browser keeps which columns its reader hid: a choice of theirs, no part of a link. */
const place = "plan.hidden-columns";

/** Browsers may refuse to keep anything: the choice then lasts as long as the page. */
export function useHiddenColumns(): [ReadonlySet<string>, (hidden: ReadonlySet<string>) => void] {
  const [hidden, setHidden] = useState(kept);
  function hide(next: ReadonlySet<string>): void {
    setHidden(next);
    try {
      window.localStorage.setItem(place, [...next].join(" "));
    } catch {
      // Nothing to tell: the columns are as asked for.
    }
  }
  return [hidden, hide];
}

function kept(): ReadonlySet<string> {
  const known: ReadonlySet<string> = new Set(
    columns.flatMap(({ id, needed }) => (needed ? [] : id)),
  );
  try {
    const words = window.localStorage.getItem(place)?.split(" ") ?? [];
    return new Set(words.filter((word) => known.has(word)));
  } catch {
    return new Set();
  }
}
