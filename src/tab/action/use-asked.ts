import { useEffect, useRef, useState } from "react";

/**
 * What the reader asked to do at a place; elsewhere nothing. A form that was opened by a button takes the focus, and the
 * drawer's heading when it is done with; one that was chosen among tabs (`byTab`) leaves it there.
 */
export function useAsked<T>(
  place: string,
  byTab: (task: T) => boolean,
): readonly [asked: T | undefined, ask: (task: T | undefined) => void] {
  const [chosen, setChosen] = useState<{ readonly at: string; readonly task: T | undefined }>();
  const asked = chosen?.at === place ? chosen.task : undefined;
  const opened = asked === undefined || byTab(asked) ? undefined : asked;
  const before = useRef(opened);
  useEffect(() => {
    if (before.current === opened) return;
    before.current = opened;
    focusOn(opened === undefined ? ".drawer-title h2" : ".pane-title");
  }, [opened]);
  return [asked, (task) => setChosen({ at: place, task })];
}

function focusOn(selector: string): void {
  const title = document.querySelector<HTMLElement>(selector);
  title?.scrollIntoView({ block: "nearest" });
  title?.focus({ preventScroll: true });
}
