import { counted } from "#plan/words.ts";
import { Button } from "@fluentui/react-components";
import { type ReactNode, useEffect, useRef, useState } from "react";

/** So many at once keep the page quick; more are a press away. */
const step = 100;

interface LongListProps<T> {
  readonly of: readonly T[];
  /** What one more is called: "more question". */
  readonly more: string;
  /** Its list item. */
  readonly children: (item: T) => ReactNode;
}

/** As much of a list as is read at once. What was asked for takes the focus: the button for it may be gone. */
export function LongList<T>({ of, more, children }: LongListProps<T>) {
  const [most, setMost] = useState(step);
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    const first = list.current?.children[most - step];
    if (most === step || !(first instanceof HTMLElement)) return;
    first.tabIndex = -1;
    first.focus();
  }, [most]);
  return (
    <div className="challenges-scroll">
      <ul ref={list} className="challenges-list">
        {of.slice(0, most).map(children)}
      </ul>
      {of.length > most && (
        <Button onClick={() => setMost(most + step)}>
          Show {counted(Math.min(step, of.length - most), more)}
        </Button>
      )}
    </div>
  );
}
