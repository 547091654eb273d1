import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { useLayoutEffect, useState } from "react";
import { PhoneCard } from "./PhoneCard.tsx";
import { PhoneHeading } from "./PhoneHeading.tsx";
import type { PhoneRowProps } from "./phone-row-props.ts";
import type { PlanListProps } from "#tab/grid/PlanGrid.tsx";
import { stillIn } from "#tab/grid/still-in.ts";
import { useStillRows } from "#tab/grid/use-still-rows.ts";
import "#tab/grid/full-grid.css";
import "./phone.css";

/** Pixels, until a row has been drawn and measured. */
const guess = { group: 126, action: 166 };

/** The plan without columns, for a phone, a side panel and 400 % zoom: the page scrolls, nothing sideways. */
export function PhoneList(props: PlanListProps & { readonly full: boolean }) {
  const { rows, turn, selected, changed, full, ...list } = props;
  const [element, setElement] = useState<HTMLUListElement | null>(null);
  const above = useTopOf(element);
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: (index) => guess[rows[index]?.type ?? "action"],
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: 4,
    scrollMargin: above,
  });
  useStillRows({
    ...stillIn(virtual, rows),
    turn,
    held: rows.find(({ opens }) => opens === selected)?.key,
    ...pageScroll(above),
  });
  return (
    <ul
      ref={setElement}
      className={full ? "phone-list phone-list-full" : "phone-list"}
      style={{ height: virtual.getTotalSize() }}
    >
      {virtual.getVirtualItems().map(({ index, start, key }) => {
        const row = rows[index];
        return (
          row && (
            <li
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              aria-posinset={index + 1}
              aria-setsize={rows.length}
              className="phone-row"
              style={{ transform: `translateY(${start - above}px)` }}
            >
              <PhoneRow
                {...list}
                row={row}
                selected={row.opens === selected}
                changed={row.opens !== undefined && changed.has(row.opens)}
              />
            </li>
          )
        );
      })}
    </ul>
  );
}

function PhoneRow({ row, ...props }: PhoneRowProps) {
  if (row.type === "group") return <PhoneHeading {...props} row={row} />;
  return <PhoneCard {...props} row={row} />;
}

/** The page scrolls the list, `above` pixels further down. */
function pageScroll(above: number) {
  return {
    scrolled: () => window.scrollY,
    scrollBy: (top: number) => window.scrollBy({ top, behavior: "instant" }),
    toTop: () => {
      if (window.scrollY > above) window.scrollTo({ top: above, behavior: "instant" });
    },
  };
}

/** Pixels of the page above the list, which change with the header. */
function useTopOf(element: HTMLElement | null): number {
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const page = element?.parentElement;
    if (!page) return undefined;
    const look = new ResizeObserver(() => setTop(element.offsetTop));
    for (const above of page.children) if (above !== element) look.observe(above);
    return () => look.disconnect();
  }, [element]);
  return top;
}
