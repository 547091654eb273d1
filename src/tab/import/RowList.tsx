import {
  defaultRangeExtractor,
  type Range,
  useVirtualizer,
  useWindowVirtualizer,
  type Virtualizer,
} from "@tanstack/react-virtual";
import { useInPieces } from "#tab/later/use-in-pieces.ts";
import { type ReactNode, useEffect, useLayoutEffect, useState } from "react";
import type { ShownRow } from "./shown-rows.ts";
import { usePageScrolls } from "./use-page-scrolls.ts";

interface RowListProps {
  readonly rows: readonly ShownRow[];
  readonly renderRow: (row: ShownRow) => ReactNode;
}

/**
 * The rows of a document, however many: those in sight and a few more are drawn. Each says its place among all. Their box
 * stands first: to place many thousand of them takes a frame.
 */
export function RowList(props: RowListProps) {
  const [isPlaced, pageScrolls] = [useInPieces(2, 1) > 1, usePageScrolls()];
  if (!isPlaced) return <section className="import-rows" aria-label={named} />;
  return pageScrolls ? <RowsInPage {...props} /> : <RowsInBox {...props} />;
}

/** Pixels, until a row has been drawn and measured. */
const guess = { group: 132, action: 96 };

function RowsInBox({ rows, renderRow }: RowListProps) {
  const [box, setBox] = useState<HTMLElement | null>(null);
  const held = useHeldRow(box, rows);
  const virtual = useVirtualizer({ ...ofRows(rows, held), getScrollElement: () => box });
  return (
    <section ref={setBox} className="import-rows" aria-label={named}>
      <List {...{ rows, renderRow, virtual }} above={0} />
    </section>
  );
}

function RowsInPage({ rows, renderRow }: RowListProps) {
  const [place, setPlace] = useState<HTMLElement | null>(null);
  const held = useHeldRow(place, rows);
  const above = useTopInPage(place);
  const virtual = useWindowVirtualizer({ ...ofRows(rows, held), scrollMargin: above });
  return (
    <section ref={setPlace} className="import-rows" aria-label={named}>
      <List {...{ rows, renderRow, virtual, above }} />
    </section>
  );
}

const named = "What was read";

function ofRows(rows: readonly ShownRow[], held: number) {
  return {
    count: rows.length,
    estimateSize: (index: number) => guess[rows[index]?.type ?? "action"],
    getItemKey: (index: number) => rows[index]?.key ?? index,
    overscan: 4,
    // The row with the keyboard stays in the page: taking it away would lose the keyboard's place.
    rangeExtractor: (range: Range) => {
      const drawn = defaultRangeExtractor(range);
      if (held < 0 || drawn.includes(held)) return drawn;
      return [...drawn, held].toSorted((one, other) => one - other);
    },
  };
}

interface ListProps<Scroller extends Element | Window> extends RowListProps {
  readonly virtual: Virtualizer<Scroller, Element>;
  /** Pixels of the page above the list. */
  readonly above: number;
}

function List<Scroller extends Element | Window>({
  rows,
  renderRow,
  virtual,
  above,
}: ListProps<Scroller>) {
  return (
    <ul className="import-list" style={{ height: virtual.getTotalSize() }}>
      {virtual.getVirtualItems().map(({ index, start, key }) => {
        const row = rows[index];
        return (
          row && (
            <li
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              data-row={row.key}
              aria-posinset={index + 1}
              aria-setsize={rows.length}
              style={{ transform: `translateY(${start - above}px)` }}
            >
              {renderRow(row)}
            </li>
          )
        );
      })}
    </ul>
  );
}

/** Where the row is that has the keyboard or had it last; -1 where it is not among the rows. */
function useHeldRow(list: HTMLElement | null, rows: readonly ShownRow[]): number {
  const [key, setKey] = useState<string>();
  useEffect(() => {
    const hold = ({ target }: FocusEvent) => {
      if (target instanceof Element)
        setKey(target.closest<HTMLElement>("[data-row]")?.dataset["row"]);
    };
    list?.addEventListener("focusin", hold);
    return () => list?.removeEventListener("focusin", hold);
  }, [list]);
  return key === undefined ? -1 : rows.findIndex((row) => row.key === key);
}

/** Pixels of the page above a list, which change with what is opened there. */
function useTopInPage(element: HTMLElement | null): number {
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const whole = element?.closest(".import");
    if (!element || !whole) return undefined;
    const look = new ResizeObserver(() =>
      setTop(Math.round(element.getBoundingClientRect().top + window.scrollY)),
    );
    look.observe(whole);
    return () => look.disconnect();
  }, [element]);
  return top;
}
