import type { Layout } from "#tab/frame/use-layout.ts";
import {
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { elementAt, placeOf, reveal } from "./grid-elements.ts";
import { type GridMove, type GridPlace, gridMove } from "./grid-keys.ts";
import type { Row } from "./plan-rows.ts";

interface GridKeysOptions {
  readonly rows: readonly Row[];
  /** Where in them each key is. */
  readonly indexes: ReadonlyMap<string, number>;
  readonly layout: Layout;
  /** Pixels of a row. */
  readonly height: number;
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly selected: string | undefined;
  readonly onOpen: (key: string) => void;
  readonly onFold: (recommendationId: number, open: boolean) => void;
}

export interface GridKeys {
  /** The grid's one stop for the tab key: where the keyboard stood last, else what is open, else the first row. */
  readonly focus: GridPlace | undefined;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  readonly onFocus: (event: FocusEvent<HTMLElement>) => void;
  readonly onClick: (event: MouseEvent<HTMLElement>) => void;
}

const cellCounts = {
  wide: { recommendation: 5, action: 7 },
  narrow: { recommendation: 4, action: 5 },
  phone: { recommendation: 4, action: 5 },
} as const;

/** Keyboard and pointer in the tree grid. */
export function useGridKeys(options: GridKeysOptions): GridKeys {
  const { rows, layout, height, scroller } = options;
  const { focus, go, note } = useGridFocus(options);

  function act(move: GridMove): void {
    if ("go" in move) go(move.go);
    else if ("fold" in move) options.onFold(move.fold, move.open);
    else options.onOpen(move.show);
  }
  return {
    focus,
    onKeyDown: (event) => {
      if (!focus || event.altKey || event.metaKey) return;
      const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / height) - 1);
      const grid = { rows, page, cells: (row: Row) => cellCounts[layout][row.type] };
      const move = gridMove(grid, focus, { name: event.key, control: event.ctrlKey });
      if (!move) return;
      event.preventDefault();
      act(move);
    },
    onFocus: ({ target }) => note(placeOf(target)),
    onClick: ({ target }) => {
      const found = target instanceof Element ? placeOf(target) : undefined;
      const row = rows.find(({ key }) => key === found?.row);
      if (!row || !(target instanceof Element)) return;
      go({ row: row.key });
      if (target.closest("[data-fold]") && row.type === "recommendation")
        act({ fold: row.group.view.recommendation.id, open: !row.open });
      else act({ show: row.key });
    },
  };
}

/** Where the keyboard stands, and moving it there once the row is in the page. */
function useGridFocus({ rows, indexes, height, scroller, selected }: GridKeysOptions) {
  const [place, setPlace] = useState<GridPlace>();
  const wanted = useRef<GridPlace>(undefined);
  const has = (key: string | undefined) => key !== undefined && indexes.has(key);
  const fallback = has(selected) ? selected : rows[0]?.key;
  const focus =
    place && has(place.row) ? place : fallback === undefined ? undefined : { row: fallback };

  useLayoutEffect(() => {
    if (!wanted.current) return;
    elementAt(scroller.current, wanted.current)?.focus({ preventScroll: true });
    wanted.current = undefined;
  });
  return {
    focus,
    go: (to: GridPlace) => {
      wanted.current = to;
      reveal(scroller.current, { height, index: indexes.get(to.row) ?? -1 });
      setPlace({ ...to });
    },
    /** The browser put the focus there by itself. */
    note: (at: GridPlace | undefined) => {
      if (at && (at.row !== place?.row || at.cell !== place.cell)) setPlace(at);
    },
  };
}
