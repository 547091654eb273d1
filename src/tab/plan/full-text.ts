import { useCallback, useState } from "react";

/** Where this browser keeps whether its reader wants rows in full: a choice of theirs, no part of a link. */
const place = "plan.full-text";

/** Whether rows show all of their words, however many lines that takes. */
export function useFullText(): readonly [boolean, (full: boolean) => void] {
  const [full, setFull] = useState(kept);
  const choose = useCallback((next: boolean) => {
    setFull(next);
    try {
      window.localStorage.setItem(place, next ? "yes" : "no");
    } catch {
      // The browser keeps nothing: the choice lasts as long as the page.
    }
  }, []);
  return [full, choose];
}

function kept(): boolean {
  try {
    return window.localStorage.getItem(place) === "yes";
  } catch {
    return false;
  }
}
