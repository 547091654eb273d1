import { counted } from "#plan/words.ts";
import { useInPieces } from "#tab/later/use-in-pieces.ts";
import { Button } from "@fluentui/react-components";
import { type ReactNode, useEffect, useRef, useState } from "react";

/** So many at once keep the page quick; more are a press away. */
const step = 100;
/** And so many are drawn in a frame. */
const piece = 20;

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
  const drawn = useInPieces(Math.min(most, of.length), piece);
  const list = useRef<HTMLUListElement>(null);
  const isFirstDrawn = drawn > most - step;
  useEffect(() => {
    const first = list.current?.children[most - step];
    if (most === step || !isFirstDrawn || !(first instanceof HTMLElement)) return;
    first.tabIndex = -1;
    first.focus();
  }, [most, isFirstDrawn]);
  return (
    <div className="challenges-scroll">
      <ul ref={list} className="challenges-list">
        {of.slice(0, drawn).map(children)}
      </ul>
      {of.length > most && (
        <Button onClick={() => setMost(most + step)}>
          Show {counted(Math.min(step, of.length - most), more)}
        </Button>
      )}
    </div>
  );
}
